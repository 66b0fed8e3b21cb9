package dev.gator.rag.ground;

import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;

/**
 * Words of a source, with their place.
 *
 * @param chunk the piece of a document that holds them
 * @param start where they begin in the text of the piece
 * @param end where they end, exclusive
 */
public record Quote(Chunk chunk, int start, int end) {

    /** Checks the place. */
    public Quote {
        Require.that(
                start >= 0 && end >= start && end <= chunk.text().length(),
                "no place in the piece " + chunk.id() + ": " + start + " to " + end);
    }

    /** Returns the words. */
    public String text() {
        return chunk.text().substring(start, end);
    }

    /** Returns what people call the document, with the page where there is one. */
    public String place() {
        return chunk.page() == 0 ? chunk.title() : chunk.title() + ", p. " + chunk.page();
    }

    /** Returns whether both hold a same place. */
    boolean overlaps(Quote other) {
        return chunk.id().equals(other.chunk.id()) && start < other.end && other.start < end;
    }
}
