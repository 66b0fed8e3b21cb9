package dev.gator.rag.chunk;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import java.util.List;

/**
 * Cuts along the structure of a document. A piece never crosses a heading. Sentences, items and rows stay whole, and so do
 * tables and symbols of code that fit; the parts of a longer table repeat the names of its columns. Neighbouring pieces of
 * running text overlap by whole sentences. Only what is longer than a piece by itself is cut between words.
 *
 * <p>Immutable and thread-safe.
 */
public final class StructureChunker implements Chunker {

    private final ChunkSize size;

    private StructureChunker(ChunkSize size) {
        this.size = size;
    }

    /** Returns a chunker for pieces of the usual size. */
    public static StructureChunker usual() {
        return of(ChunkSize.USUAL);
    }

    /** Returns a chunker for pieces of that size. */
    public static StructureChunker of(ChunkSize size) {
        return new StructureChunker(size);
    }

    @Override
    public List<Chunk> cut(Document document, CallContext context) {
        Cuts cuts = new Cuts(document);
        for (Section section : Section.of(document)) {
            context.check();
            pack(document.text(), section, cuts);
        }
        return cuts.all();
    }

    @Override
    public String recipe() {
        return "structure 1, " + size.recipe();
    }

    private void pack(String text, Section section, Cuts cuts) {
        List<Unit> units = Units.of(text, section.blocks(), size);
        int first = 0;
        Measure length = new Measure(text, units, size);
        for (int next = 0; next < units.size(); next++) {
            if (next > first && !length.hasRoomFor(next)) {
                cuts.add(section, units.subList(first, next));
                first = length.restart(first, next);
            }
            length.take(next);
        }
        if (first < units.size()) {
            cuts.add(section, units.subList(first, units.size()));
        }
    }

    /** How long the open piece is. */
    private static final class Measure {
        private final String text;
        private final List<Unit> units;
        private final ChunkSize size;
        private int length;
        private boolean open;

        Measure(String text, List<Unit> units, ChunkSize size) {
            this.text = text;
            this.units = units;
            this.size = size;
        }

        boolean hasRoomFor(int unit) {
            return length + cost(unit) <= size.most();
        }

        void take(int unit) {
            length += open ? cost(unit) : alone(unit);
            open = true;
        }

        /** Begins a piece with as many of the sentences before {@code next} as may overlap; returns where it begins. */
        int restart(int first, int next) {
            int begin = next;
            length = 0;
            while (begin - 1 > first && units.get(begin - 1).repeatable()) {
                int longer = size.of(
                        text, units.get(begin - 1).start(), units.get(next - 1).end());
                if (longer > size.overlap() || longer + cost(next) > size.most()) {
                    break;
                }
                length = longer;
                begin--;
            }
            open = begin < next;
            return begin;
        }

        private int alone(int unit) {
            Unit it = units.get(unit);
            int lead = it.lead().isEmpty() ? 0 : size.of(it.lead()) + 1;
            return lead + size.of(text, it.start(), it.end());
        }

        /** The cost of a unit behind another one: with what lies between them. */
        private int cost(int unit) {
            return size.of(text, units.get(unit - 1).end(), units.get(unit).end());
        }
    }
}
