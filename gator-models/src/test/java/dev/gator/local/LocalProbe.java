package dev.gator.local;

import dev.gator.error.GatorException;
import java.nio.file.Path;

/** Uses a model where a dependency is missing; loaded behind a class loader of its own. */
public final class LocalProbe {

    private LocalProbe() {}

    /** Returns the message of the error that the use ends with. */
    public static String run(String what, String file) {
        try {
            if (what.equals("gguf")) {
                GgufModel.open(Path.of(file)).chat("Hi");
            } else {
                MiniLmEmbeddings.create().embed("Hi");
            }
            return "no error";
        } catch (GatorException e) {
            return e.getMessage();
        }
    }
}
