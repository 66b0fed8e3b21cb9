package dev.gator.rag.document;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document, as it is stored and found again. The text is somebody else's: it is evidence, never an
 * instruction.
 *
 * @param id its name: the same for the same piece of the same document
 * @param documentId the document
 * @param title what people call the document
 * @param source where the document came from
 * @param text the words
 * @param start where they begin in the document's text
 * @param end where they end, exclusive
 * @param headings the headings above it, outermost first
 * @param page the page, slide or sheet, counted from 1; 0 where there are none
 * @param facts what is known about the document; names that begin with {@code gator.} are taken
 */
public record Chunk(
        String id,
        String documentId,
        String title,
        String source,
        String text,
        int start,
        int end,
        List<String> headings,
        int page,
        Attributes facts) {

    /** The fact that names the document in a store. */
    public static final String DOCUMENT = "gator.document";

    /** The fact that says where a piece begins in its document. */
    public static final String START = "gator.start";

    /** The fact that says where a piece ends in its document, exclusive. */
    public static final String END = "gator.end";

    private static final String TITLE = "gator.title";
    private static final String SOURCE = "gator.source";
    private static final String HEADINGS = "gator.headings";
    private static final String PAGE = "gator.page";
    private static final String RESERVED = "gator.";
    private static final String STEP = " \u203a ";

    /** Checks the names and the span. */
    public Chunk {
        Require.text("chunk id", id);
        Require.text("document id", documentId);
        Require.that(start >= 0 && end >= start, "not a span: " + start + " to " + end);
        headings = List.copyOf(headings);
    }

    /** Returns the headings as one line, outermost first; empty if there are none. */
    public String path() {
        return String.join(STEP, headings);
    }

    /** Returns the record that keeps this piece, with its meaning if that is known. */
    public VectorRecord toRecord(@Nullable Embedding meaning) {
        Attributes all = facts.with(DOCUMENT, documentId)
                .with(TITLE, title)
                .with(SOURCE, source)
                .with(START, start)
                .with(END, end)
                .with(HEADINGS, path())
                .with(PAGE, page);
        return new VectorRecord(id, meaning, text, all);
    }

    /** Returns the piece that a record keeps; a record that no chunk made is a document of its own. */
    public static Chunk of(VectorRecord kept) {
        Attributes all = kept.attributes();
        String path = all.text(HEADINGS).orElse("");
        return new Chunk(
                kept.id(),
                all.text(DOCUMENT).orElse(kept.id()),
                all.text(TITLE).orElse(kept.id()),
                all.text(SOURCE).orElse(kept.id()),
                kept.text(),
                number(all, START, 0),
                number(all, END, kept.text().length()),
                path.isEmpty() ? List.of() : List.of(path.split(STEP)),
                number(all, PAGE, 0),
                ownFacts(all));
    }

    private static int number(Attributes all, String name, int otherwise) {
        return (int) all.number(name).orElse(otherwise);
    }

    private static Attributes ownFacts(Attributes all) {
        Attributes own = Attributes.none();
        for (String name : all.names()) {
            if (!name.startsWith(RESERVED)) {
                own = own.with(name, all.get(name).orElseThrow());
            }
        }
        return own;
    }
}
