package dev.gator.rag.index.faiss;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the heap knows of a collection. Every written record gets the next row; a row that was replaced or deleted is dead
 * and stays so until the collection is compacted.
 */
final class Rows implements RecordLog.Reader {

    private final Map<String, Integer> byId = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final FactIndex facts = new FactIndex();
    private final WordIndex words = new WordIndex();
    private final BitSet live = new BitSet();
    private final BitSet withVector = new BitSet();
    private long[] positions = new long[16];
    private int dimensions;

    @Override
    public void written(long position, VectorRecord record) {
        int row = ids.size();
        if (row == positions.length) {
            positions = Arrays.copyOf(positions, row * 2);
        }
        positions[row] = position;
        ids.add(record.id());
        facts.add(record.attributes());
        words.add(record.text());
        record.embedding().ifPresent(vector -> {
            dimensions = vector.dimensions();
            withVector.set(row);
        });
        live.set(row);
        Integer replaced = byId.put(record.id(), row);
        if (replaced != null) {
            live.clear(replaced);
        }
    }

    @Override
    public void deleted(String id) {
        Integer row = byId.remove(id);
        if (row != null) {
            live.clear(row);
        }
    }

    Optional<Integer> row(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    String id(int row) {
        return ids.get(row);
    }

    long position(int row) {
        return positions[row];
    }

    /** Returns how many rows there are, dead ones included. */
    int count() {
        return ids.size();
    }

    int alive() {
        return byId.size();
    }

    /** Returns how many dimensions the vectors have; 0 while there is none. */
    int dimensions() {
        return dimensions;
    }

    /** Returns the living rows that pass; the caller may change the set. */
    BitSet passing(Filter filter) {
        BitSet rows = (BitSet) live.clone();
        if (!filter.equals(Filter.all())) {
            rows.and(facts.passing(filter));
        }
        return rows;
    }

    /** Returns those of the rows that have a vector, as a set of its own. */
    BitSet withVector(BitSet among) {
        BitSet rows = (BitSet) among.clone();
        rows.and(withVector);
        return rows;
    }

    boolean hasVector(int row) {
        return withVector.get(row);
    }

    Map<Integer, Double> scores(String query, BitSet among) {
        return words.scores(query, among);
    }

    /** Checks that vectors which come together fit the collection and each other; returns their dimensions. */
    int checkedDimensions(List<VectorRecord> records) {
        int expected = dimensions;
        for (VectorRecord record : records) {
            expected = checkedDimensions(record.embedding(), expected);
        }
        return expected;
    }

    /** Checks that a vector fits the collection. */
    int checkedDimensions(Optional<Embedding> vector) {
        return checkedDimensions(vector, dimensions);
    }

    private static int checkedDimensions(Optional<Embedding> vector, int expected) {
        int actual = vector.map(Embedding::dimensions).orElse(expected);
        if (expected != 0 && actual != expected) {
            throw new GatorException(
                    StoreError.WRONG_DIMENSIONS, "a vector has " + actual + " dimensions, expected are " + expected);
        }
        return actual;
    }
}
