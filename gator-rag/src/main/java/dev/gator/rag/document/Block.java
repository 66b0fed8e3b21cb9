package dev.gator.rag.document;

import dev.gator.error.Require;
import java.util.List;

/**
 * A part of a document that belongs together.
 *
 * @param kind what it is
 * @param start where it begins in the document's text
 * @param end where it ends, exclusive
 * @param headings the headings above it, outermost first; for code the symbols it lies in
 * @param page the page, slide or sheet it begins on, counted from 1; 0 where there are none
 */
public record Block(BlockKind kind, int start, int end, List<String> headings, int page) {

    /** Checks the span. */
    public Block {
        Require.that(start >= 0 && end >= start, "not a span: " + start + " to " + end);
        Require.that(page >= 0, "page is " + page);
        headings = List.copyOf(headings);
    }

    /** Returns running text without headings. */
    public static Block paragraph(int start, int end) {
        return new Block(BlockKind.PARAGRAPH, start, end, List.of(), 0);
    }
}
