package dev.gator.rag.index.faiss;

import dev.gator.error.GatorException;
import org.junit.jupiter.api.Assumptions;

/** Skips tests, with the reason, where the bridge to FAISS was not built. */
final class Library {

    private Library() {}

    static void assumeBuilt() {
        try {
            NativeLibrary.require();
        } catch (GatorException e) {
            Assumptions.abort(e.getMessage());
        }
    }
}
