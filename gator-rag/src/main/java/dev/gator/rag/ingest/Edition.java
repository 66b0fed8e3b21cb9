package dev.gator.rag.ingest;

import dev.gator.rag.document.Chunk;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import java.util.Optional;

/**
 * One state of one document in the store: its content, where it is offered, and how it was cut and embedded. The facts that
 * every piece carries to say so.
 *
 * @param documentId the document
 * @param print the fingerprint of all that decides how its pieces look
 * @param origin the name of the origin
 */
record Edition(String documentId, String print, String origin) {

    /** How many parts the documents of an origin are dealt into, so that no list of ids grows too long for a filter. */
    static final int SHELVES = 16;

    private static final String EDITION = "gator.edition";
    private static final String ORIGIN = "gator.origin";
    private static final String SHELF = "gator.shelf";
    private static final String VECTOR = "gator.vector";
    private static final String FORMAT = "1";

    static Edition of(Item item, String contentPrint, Origin origin, Ingestor.Settings settings) {
        String model = settings.model().map(known -> known.card().id()).orElse("words only");
        String print = Prints.of(
                FORMAT,
                item.source(),
                contentPrint,
                origin.name(),
                settings.chunker().recipe(),
                model);
        return new Edition(item.documentId(), print, origin.name());
    }

    /** Returns the filter for all pieces of the document, whatever their edition. */
    Filter ofDocument() {
        return Filter.eq(Chunk.DOCUMENT, documentId);
    }

    /** Returns the filter for the pieces of this edition. */
    Filter own() {
        return ofDocument().and(Filter.eq(EDITION, print));
    }

    /** Returns the filter for the pieces of other editions. */
    Filter others() {
        return ofDocument().and(Filter.eq(EDITION, print).not());
    }

    Attributes mark(Attributes facts) {
        return facts.with(EDITION, print).with(ORIGIN, origin).with(SHELF, shelfOf(documentId));
    }

    static int shelfOf(String documentId) {
        return Math.floorMod(documentId.hashCode(), SHELVES);
    }

    /** Returns the filter for the documents of an origin on one shelf. */
    static Filter onShelf(Origin origin, int shelf) {
        return Filter.eq(SHELF, shelf).and(Filter.eq(ORIGIN, origin.name()));
    }

    /** Returns which text of which model the vector of a piece stands for. */
    static Optional<String> vectorPrint(Attributes facts) {
        return facts.text(VECTOR);
    }

    static Attributes withVectorPrint(Attributes facts, String print) {
        return facts.with(VECTOR, print);
    }
}
