package dev.gator.rag;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.store.VectorStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store behind a {@link Rag} and its copies: opened at the first use, closed once if it is ours. Thread-safe. */
final class RagStore implements AutoCloseable {

    private final Supplier<VectorStore> opening;
    private final boolean ours;
    private @Nullable VectorStore store;
    private boolean closed;

    private RagStore(Supplier<VectorStore> opening, boolean ours) {
        this.opening = opening;
        this.ours = ours;
    }

    static RagStore ours(Supplier<VectorStore> opening) {
        return new RagStore(opening, true);
    }

    static RagStore theirs(VectorStore store) {
        return new RagStore(() -> store, false);
    }

    synchronized VectorStore get() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the documents were closed");
        }
        VectorStore open = store;
        if (open == null) {
            open = opening.get();
            store = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        VectorStore open = store;
        if (ours && !closed && open != null) {
            open.close();
        }
        closed = closed || ours;
    }
}
