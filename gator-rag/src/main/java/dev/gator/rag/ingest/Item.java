package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Document;

/** A document before it is read. Used by one thread at a time. */
public interface Item {

    /** Returns the id that the document will have; the same for the same thing each time. */
    String documentId();

    /** Returns where it comes from, for people. */
    String source();

    /**
     * Returns a fingerprint that changes when the document does. Quicker than reading it.
     *
     * @throws dev.gator.error.GatorException if it cannot be read; the item is reported as failed
     */
    String print(CallContext context);

    /**
     * Reads it.
     *
     * @throws dev.gator.error.GatorException if it cannot be read; the item is reported as failed
     */
    Document read(CallContext context);
}
