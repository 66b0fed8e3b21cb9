package dev.gator.rag.ground;

/**
 * A place in a text.
 *
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record TextSpan(int start, int end) {

    String of(String text) {
        return text.substring(start, end);
    }
}
