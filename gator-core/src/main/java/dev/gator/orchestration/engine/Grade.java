package dev.gator.orchestration.engine;

import dev.gator.error.Require;

/**
 * How good a candidate is.
 *
 * @param score 0 to 1
 * @param reason why, in a sentence; may be empty where a function scores
 */
public record Grade(double score, String reason) {

    /** Checks the score. */
    public Grade {
        Require.range("score", score, 0, 1);
    }
}
