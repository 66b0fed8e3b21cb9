package dev.gator.provider.cohere;

import java.util.List;

/**
 * A piece of an answer and what it rests on.
 *
 * @param start where it begins in the answer's text
 * @param end where it ends
 * @param text the piece
 * @param sources ids of the documents and tool results that it rests on
 */
public record Citation(int start, int end, String text, List<String> sources) {

    /** Copies the sources. */
    public Citation {
        sources = List.copyOf(sources);
    }
}
