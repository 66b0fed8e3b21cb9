package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;

/**
 * A piece of a document that was found.
 *
 * @param chunk the piece
 * @param score how well it answers, 0 to 1; a threshold means the same on every question
 */
public record Evidence(Chunk chunk, double score) {

    /** Checks the score. */
    public Evidence {
        Require.range("score", score, 0.0, 1.0);
    }
}
