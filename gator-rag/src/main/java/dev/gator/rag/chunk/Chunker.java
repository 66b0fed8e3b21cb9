package dev.gator.rag.chunk;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import java.util.List;

/** Cuts documents into pieces. Implementations are thread-safe and cut the same document the same way every time. */
public interface Chunker {

    /**
     * Cuts a document; a document without words gives no pieces.
     *
     * @throws dev.gator.error.GatorException if the context was cancelled or is late, or a model that is asked fails
     */
    List<Chunk> cut(Document document, CallContext context);

    /**
     * Returns what the cuts depend on, in a short text: two chunkers with the same recipe cut alike. Documents whose pieces
     * were cut by another recipe are cut again when they are ingested the next time.
     */
    String recipe();
}
