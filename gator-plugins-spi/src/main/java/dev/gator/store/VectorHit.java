package dev.gator.store;

import dev.gator.error.Require;

/**
 * A record that was found.
 *
 * @param record the record
 * @param score how well it fits, 0 to 1; for a search by meaning alone (1 + cosine) / 2
 */
public record VectorHit(VectorRecord record, double score) {

    /** Checks the score. */
    public VectorHit {
        Require.range("score", score, 0.0, 1.0);
    }
}
