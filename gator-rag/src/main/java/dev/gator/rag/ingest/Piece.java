package dev.gator.rag.ingest;

import dev.gator.embed.Embedding;
import dev.gator.rag.document.Chunk;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import org.jspecify.annotations.Nullable;

/** A chunk on its way into the store. */
final class Piece {

    private final Chunk chunk;
    private @Nullable Embedding meaning;
    private String print = "";
    private boolean reused;

    Piece(Chunk chunk) {
        this.chunk = chunk;
    }

    /** Names the vector that a model would give. */
    void describe(String model) {
        print = Prints.of(model, text());
    }

    /** Takes the vector of the piece as it is stored, if it stands for the same text and model. */
    void reuse(VectorRecord stored) {
        if (Edition.vectorPrint(stored.attributes()).filter(print::equals).isPresent()) {
            meaning = stored.vector();
            reused = meaning != null;
        }
    }

    void mean(Embedding vector) {
        meaning = vector;
    }

    boolean isReused() {
        return reused;
    }

    /**
     * Returns what the model reads: the words below their title and headings, because a piece alone often does not say what it
     * is about.
     */
    String text() {
        StringBuilder text = new StringBuilder();
        if (!chunk.title().isBlank() && !chunk.title().equals(chunk.source())) {
            text.append(chunk.title()).append('\n');
        }
        String path = chunk.path();
        if (!path.isEmpty() && !path.equals(chunk.title())) {
            text.append(path).append('\n');
        }
        return text.append(chunk.text()).toString();
    }

    VectorRecord record(Edition edition) {
        VectorRecord record = chunk.toRecord(meaning);
        Attributes facts = edition.mark(record.attributes());
        return record.with(print.isEmpty() ? facts : Edition.withVectorPrint(facts, print));
    }
}
