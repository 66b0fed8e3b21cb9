package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import dev.gator.store.VectorRecord;

/**
 * A piece that may answer.
 *
 * @param record the piece as it is stored
 * @param score how well it answers as far as is known, 0 to 1
 */
public record Candidate(VectorRecord record, double score) {

    /** Checks the score. */
    public Candidate {
        Require.range("score", score, 0.0, 1.0);
    }

    /** Returns a copy with another score. */
    public Candidate withScore(double other) {
        return new Candidate(record, other);
    }

    /** Returns its name. */
    public String id() {
        return record.id();
    }

    /** Returns its words. */
    public String text() {
        return record.text();
    }

    /** Returns it as evidence. */
    public Evidence evidence() {
        return new Evidence(Chunk.of(record), score);
    }
}
