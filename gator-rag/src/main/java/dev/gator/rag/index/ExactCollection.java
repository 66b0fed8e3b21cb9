package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.util.VectorUtil;

/** The records of one collection in memory; every search compares with each. Its store says who may change it when. */
final class ExactCollection {

    private static final Comparator<VectorHit> BEST_FIRST = Comparator.comparingDouble(VectorHit::score)
            .reversed()
            .thenComparing(hit -> hit.record().id());

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private int dimensions;

    /** Writes all records or none. */
    void upsert(Collection<VectorRecord> records) {
        int agreed = dimensions;
        List<Row> written = new ArrayList<>();
        for (VectorRecord record : records) {
            requireDimensions(record.embedding(), agreed);
            agreed = record.embedding().map(Embedding::dimensions).orElse(agreed);
            written.add(Row.of(record));
        }
        dimensions = agreed;
        written.forEach(row -> rows.put(row.record.id(), row));
    }

    List<VectorHit> search(VectorQuery query) {
        requireDimensions(query.embedding(), dimensions);
        float[] wanted =
                query.embedding().map(Embedding::toArray).map(Vectors::unit).orElse(Row.NOWHERE);
        Set<String> words = query.text().map(PlainWords::in).orElse(Set.of());
        PriorityQueue<VectorHit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
        for (Row row : rows.values()) {
            if (counts(row, query)) {
                offer(worstFirst, row, score(row, query, wanted, words), query);
            }
        }
        return worstFirst.stream().sorted(BEST_FIRST).toList();
    }

    Optional<VectorRecord> get(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::record);
    }

    long delete(Predicate<VectorRecord> doomed) {
        long before = rows.size();
        rows.values().removeIf(row -> doomed.test(row.record));
        dimensions = rows.isEmpty() ? 0 : dimensions;
        return before - rows.size();
    }

    long count(Filter filter) {
        return rows.values().stream()
                .filter(row -> filter.matches(row.record.attributes()))
                .count();
    }

    List<VectorRecord> records() {
        return rows.values().stream().map(Row::record).toList();
    }

    private static void offer(PriorityQueue<VectorHit> worstFirst, Row row, double score, VectorQuery query) {
        boolean scored = score >= query.minScore() && (query.embedding().isPresent() || score > 0);
        if (scored
                && (worstFirst.size() < query.topK()
                        || score >= worstFirst.element().score())) {
            worstFirst.add(new VectorHit(row.record, score));
            if (worstFirst.size() > query.topK()) {
                worstFirst.remove();
            }
        }
    }

    private static boolean counts(Row row, VectorQuery query) {
        return (query.text().isPresent() || row.unit.length > 0)
                && query.filter().matches(row.record.attributes());
    }

    private static double score(Row row, VectorQuery query, float[] wanted, Set<String> words) {
        boolean comparable = wanted.length > 0 && row.unit.length > 0;
        double meaning = comparable ? Vectors.score(VectorUtil.dotProduct(wanted, row.unit)) : 0;
        double lexical = words.isEmpty() ? 0 : PlainWords.share(words, row.record.text());
        return query.embedding().isPresent() && query.text().isPresent() ? (meaning + lexical) / 2 : meaning + lexical;
    }

    private static void requireDimensions(Optional<Embedding> vector, int expected) {
        int actual = vector.map(Embedding::dimensions).orElse(expected);
        if (expected != 0 && actual != expected) {
            throw new GatorException(
                    StoreError.WRONG_DIMENSIONS, "a vector has " + actual + " dimensions, expected are " + expected);
        }
    }

    /** A record with its vector brought to length 1. */
    private static final class Row {

        private static final float[] NOWHERE = {};

        private final VectorRecord record;
        private final float[] unit;

        private Row(VectorRecord record, float[] unit) {
            this.record = record;
            this.unit = unit;
        }

        VectorRecord record() {
            return record;
        }

        static Row of(VectorRecord record) {
            return new Row(
                    record,
                    record.embedding()
                            .map(Embedding::toArray)
                            .map(Vectors::unit)
                            .orElse(NOWHERE));
        }
    }
}
