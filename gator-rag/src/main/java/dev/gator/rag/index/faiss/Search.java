package dev.gator.rag.index.faiss;

import dev.gator.embed.Embedding;
import dev.gator.rag.index.faiss.Nearest.Scored;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One search, under the lock of its collection. */
final class Search {

    private static final int FUSED = 10;

    private final Rows rows;
    private final RecordLog log;
    private final DerivedIndex derived;
    private final Tuning tuning;
    private final VectorQuery query;
    private final float[] vector;
    private final float[] other;

    Search(Rows rows, RecordLog log, DerivedIndex derived, Tuning tuning, VectorQuery query) {
        this.rows = rows;
        this.log = log;
        this.derived = derived;
        this.tuning = tuning;
        this.query = query;
        this.vector = VectorSource.ofLengthOne(
                query.embedding().map(Embedding::toArray).orElse(new float[0]));
        this.other = new float[vector.length];
    }

    List<VectorHit> hits() {
        BitSet among = rows.passing(query.filter());
        Map<Integer, Double> lexical =
                query.text().map(words -> rows.scores(words, among)).orElse(Map.of());
        return best(among, lexical).stream()
                .filter(scored -> scored.score() >= query.minScore())
                .map(scored -> new VectorHit(log.record(rows.position(scored.row())), scored.score()))
                .toList();
    }

    private List<Scored> best(BitSet among, Map<Integer, Double> lexical) {
        if (rows.dimensions() == 0 || query.vector() == null) {
            return ranked(lexical.keySet().stream(), lexical);
        }
        if (query.words() == null) {
            return nearest(among, query.topK());
        }
        Stream<Integer> meant = nearest(among, query.topK() * FUSED).stream().map(Scored::row);
        Stream<Integer> said =
                ranked(lexical.keySet().stream(), lexical).stream().map(Scored::row);
        return ranked(Stream.concat(meant, said).distinct(), lexical);
    }

    private List<Scored> ranked(Stream<Integer> candidates, Map<Integer, Double> lexical) {
        boolean both = query.vector() != null && query.words() != null;
        Nearest best = new Nearest(query.topK(), rows::id);
        candidates.forEach(row -> {
            double words = lexical.getOrDefault(row, 0.0);
            best.offer(row, both ? (words + (rows.hasVector(row) ? meaning(row) : 0)) / 2 : words);
        });
        return best.best();
    }

    private List<Scored> nearest(BitSet among, int count) {
        BitSet able = rows.withVector(among);
        int covered = derived.covered();
        BitSet known = able.get(0, covered);
        int allowed = known.cardinality();
        if (allowed <= tuning.worthScanning(covered)) {
            return scanned(able.stream(), count).best();
        }
        IntStream found =
                Arrays.stream(derived.search(vector, count, known, allowed)).mapToInt(Math::toIntExact);
        IntStream unknown = able.stream().filter(row -> row >= covered);
        Nearest best = scanned(IntStream.concat(found, unknown), count);
        // Lists of an IVF index that were not visited may hold what is missing.
        boolean enough = best.size() >= Math.min(count, able.cardinality());
        return (enough ? best : scanned(able.stream(), count)).best();
    }

    private Nearest scanned(IntStream candidates, int count) {
        Nearest best = new Nearest(count, rows::id);
        candidates.forEach(row -> best.offer(row, meaning(row)));
        return best;
    }

    /** Returns (1 + cosine) / 2, from the vector as it was written. */
    private double meaning(int row) {
        RecordCodec.vector(log.at(rows.position(row)), other);
        float dot = 0;
        float squares = 0;
        for (int i = 0; i < other.length; i++) {
            dot += vector[i] * other[i];
            squares += other[i] * other[i];
        }
        double cosine = squares == 0 ? 0 : dot / Math.sqrt(squares);
        return Math.min(1, Math.max(0, (1 + cosine) / 2)); // rounding may leave the range by a hair
    }
}
