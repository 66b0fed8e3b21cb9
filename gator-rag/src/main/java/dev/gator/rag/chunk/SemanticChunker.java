package dev.gator.rag.chunk;

import dev.gator.call.CallContext;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts where the subject changes: between neighbouring sentences whose surroundings mean the least alike. A piece never
 * crosses a heading, is never longer than asked for, and shorter than a fifth of that only where nothing else is possible.
 * Nothing overlaps. Every sentence is embedded once, so this costs about as much as embedding the pieces.
 *
 * <p>Immutable and thread-safe; as repeatable as the model is.
 */
public final class SemanticChunker implements Chunker {

    private static final int SHARE_OF_SHORTEST = 5;

    private final EmbeddingModel model;
    private final ChunkSize size;
    private final double depth;

    private SemanticChunker(EmbeddingModel model, ChunkSize size, double depth) {
        this.model = model;
        this.size = size;
        this.depth = depth;
    }

    /** Returns a chunker that compares sentences by this model, for pieces of the usual size at most. */
    public static SemanticChunker of(EmbeddingModel model) {
        return new SemanticChunker(model, ChunkSize.USUAL.withOverlap(0), 1.0);
    }

    /** Returns a copy for pieces of that size at most; its overlap is not used. */
    public SemanticChunker withSize(ChunkSize other) {
        return new SemanticChunker(model, other.withOverlap(0), depth);
    }

    /**
     * Returns a copy that cuts where the likeness lies so many standard deviations below the mean of the document: 1 unless
     * set. With more it cuts less.
     */
    public SemanticChunker withDepth(double deviations) {
        return new SemanticChunker(model, size, Require.range("depth of a valley", deviations, 0.0, 10.0));
    }

    @Override
    public List<Chunk> cut(Document document, CallContext context) {
        context.check();
        List<Section> sections = Section.of(document);
        List<List<Unit>> units = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Section section : sections) {
            List<Unit> own = Units.of(document.text(), section.blocks(), size);
            units.add(own);
            own.forEach(unit -> words.add(unit.place().in(document.text())));
        }
        List<Embedding> meanings = words.size() < 2 ? List.of() : meanings(words, context);
        Cuts cuts = new Cuts(document);
        Likeness likeness = Likeness.of(units, meanings, depth);
        for (int i = 0; i < sections.size(); i++) {
            if (!units.get(i).isEmpty()) {
                Section section = sections.get(i);
                Division division = new Division(document.text(), units.get(i), likeness.in(i), size);
                division.runs(size.most() / SHARE_OF_SHORTEST).forEach(run -> cuts.add(section, run));
            }
        }
        return cuts.all();
    }

    @Override
    public String recipe() {
        return "semantic 1, " + model.card().id() + ", " + depth + ", " + size.recipe();
    }

    private List<Embedding> meanings(List<String> words, CallContext context) {
        EmbeddingRequest request = EmbeddingRequest.of(words)
                .withPurpose(EmbeddingPurpose.SIMILARITY)
                .withContext(context);
        return model.embed(request).embeddings();
    }
}
