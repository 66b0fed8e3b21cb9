package dev.gator.rag.chunk;

import dev.gator.error.Require;

/**
 * A stretch of a text.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record Extent(int start, int end) {

    /** Checks the order. */
    Extent {
        Require.that(start >= 0 && end >= start, "not a stretch of text: " + start + " to " + end);
    }

    /** Returns the words. */
    String in(String text) {
        return text.substring(start, end);
    }

    /** Returns the stretch without white space at its ends. */
    Extent trimmed(String text) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Extent(from, to);
    }

    /** Returns the stretch without white space at its end and without empty lines before: indentation stays. */
    Extent trimmedLines(String text) {
        Extent inner = trimmed(text);
        int from = inner.start;
        while (from > start && text.charAt(from - 1) != '\n') {
            from--;
        }
        return new Extent(from, inner.end);
    }

    boolean isEmpty() {
        return start == end;
    }
}
