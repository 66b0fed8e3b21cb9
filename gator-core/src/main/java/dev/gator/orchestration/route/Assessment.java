package dev.gator.orchestration.route;

import dev.gator.error.Require;

/**
 * How far an answer can be trusted.
 *
 * @param confidence 0 to 1
 * @param reason why, in a few words that quote nothing of the answer
 */
public record Assessment(double confidence, String reason) {

    /** Checks the confidence. */
    public Assessment {
        Require.range("confidence", confidence, 0, 1);
    }
}
