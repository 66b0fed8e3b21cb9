package dev.gator.rag.ingest;

import dev.gator.error.GatorException;

/** Something that happened while documents were ingested. */
public sealed interface IngestEvent {

    /** Returns where the document comes from. */
    String source();

    /** Returns how many documents are done, this one included. */
    long done();

    /**
     * A document was written.
     *
     * @param source where it comes from
     * @param replaced whether an older edition of it was there
     * @param pieces how many pieces it has
     * @param reused how many of them kept the vector that the store had
     * @param done how many documents are done
     */
    record Stored(String source, boolean replaced, int pieces, int reused, long done) implements IngestEvent {}

    /**
     * A document is there as it is, or has no words.
     *
     * @param source where it comes from
     * @param done how many documents are done
     */
    record Unchanged(String source, long done) implements IngestEvent {}

    /**
     * A document could not be read. What was stored of it stays.
     *
     * @param source where it comes from
     * @param error why
     * @param done how many documents are done
     */
    record Failed(String source, GatorException error, long done) implements IngestEvent {}
}
