package dev.gator.rag.script;

import dev.gator.error.Require;

/**
 * From a number to a number, both included.
 *
 * @param min the least
 * @param max the most
 */
public record Range(int min, int max) {

    /** Checks the order. */
    public Range {
        Require.that(min >= 0 && min <= max, "a range from " + min + " to " + max);
    }

    /** Returns whether the number lies within. */
    public boolean has(int number) {
        return number >= min && number <= max;
    }

    /** Returns {@code 3 to 15}. */
    @Override
    public String toString() {
        return min + " to " + max;
    }
}
