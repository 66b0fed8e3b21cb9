package dev.gator.rag.ground;

import dev.gator.error.Require;

/**
 * Ties a place in an answer to the words of a source that say it.
 *
 * @param number how the source is called in the answer, from 1; the same piece keeps its number
 * @param start where the cited sentence begins in the answer
 * @param end where it ends, exclusive
 * @param quote what the source says
 * @param support how much of the sentence the source says, 0 to 1
 * @param marked whether the writer named this source; otherwise it was found by comparing
 */
public record Citation(int number, int start, int end, Quote quote, double support, boolean marked) {

    /** Checks number, place and support. */
    public Citation {
        Require.that(number > 0, "number of a citation is " + number);
        Require.that(start >= 0 && end >= start, "not a span: " + start + " to " + end);
        Require.range("support", support, 0.0, 1.0);
    }
}
