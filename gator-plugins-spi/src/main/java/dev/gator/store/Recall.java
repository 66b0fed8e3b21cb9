package dev.gator.store;

import dev.gator.error.Require;

/**
 * How many of the truly nearest records a store finds.
 *
 * @param share the share among the ten nearest, 0 to 1; 1 for an exact search
 * @param basis how it is known: {@code exact scan}, or what was measured on what
 */
public record Recall(double share, String basis) {

    /** What an exact search finds. */
    public static final Recall EXACT = new Recall(1, "exact scan");

    /** Checks the share. */
    public Recall {
        Require.range("recall", share, 0.0, 1.0);
        Require.text("basis of the recall", basis);
    }
}
