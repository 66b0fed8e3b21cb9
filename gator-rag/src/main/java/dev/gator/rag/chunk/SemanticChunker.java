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
import java.util.Collections;
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
    private static final int UNITS_AT_ONCE = 4_096;

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
        List<Stretch> stretches = stretches(document);
        List<double[]> gaps = new ArrayList<>();
        int from = 0;
        while (from < stretches.size()) {
            int to = from;
            int units = 0;
            while (to < stretches.size() && units < UNITS_AT_ONCE) {
                units += stretches.get(to++).units.size();
            }
            gaps.addAll(gaps(document.text(), stretches.subList(from, to), units, context));
            from = to;
        }
        Likeness likeness = Likeness.of(gaps, depth);
        Cuts cuts = new Cuts(document);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            Division division = new Division(document.text(), stretch.units, likeness.in(i), size);
            division.runs(size.most() / SHARE_OF_SHORTEST).forEach(run -> cuts.add(stretch.section, run));
        }
        return cuts.all();
    }

    @Override
    public String recipe() {
        return "semantic 1, " + model.card().id() + ", " + depth + ", " + size.recipe();
    }

    /** Returns the units of each section; those of a very long one in several lists, to bound what is in memory. */
    private List<Stretch> stretches(Document document) {
        List<Stretch> stretches = new ArrayList<>();
        for (Section section : Section.of(document)) {
            List<Unit> units = Units.of(document.text(), section.blocks(), size);
            for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
                int to = Math.min(units.size(), from + UNITS_AT_ONCE);
                stretches.add(new Stretch(section, units.subList(from, to)));
            }
        }
        return stretches;
    }

    private List<double[]> gaps(String text, List<Stretch> stretches, int units, CallContext context) {
        if (units == stretches.size()) {
            return Collections.nCopies(units, new double[0]); // nothing has a neighbour to be compared with
        }
        List<String> words = stretches.stream()
                .flatMap(stretch -> stretch.units.stream())
                .map(unit -> unit.place().in(text))
                .toList();
        EmbeddingRequest request = EmbeddingRequest.of(words)
                .withPurpose(EmbeddingPurpose.SIMILARITY)
                .withContext(context);
        List<Embedding> meanings = model.embed(request).embeddings();
        List<double[]> gaps = new ArrayList<>();
        int from = 0;
        for (Stretch stretch : stretches) {
            int to = from + stretch.units.size();
            gaps.add(Likeness.across(meanings.subList(from, to)));
            from = to;
        }
        return gaps;
    }

    private record Stretch(Section section, List<Unit> units) {}
}
