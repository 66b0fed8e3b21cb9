package dev.gator.rag.index.faiss;

import dev.gator.store.Attribute;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which rows have which facts, so that a filter becomes a set of rows without looking at each. Rows only come. */
final class FactIndex {

    private final Map<String, Facts> byName = new HashMap<>();
    private int rows;

    /** Enters the facts of the next row. */
    void add(Attributes attributes) {
        for (String name : attributes.names()) {
            byName.computeIfAbsent(name, key -> new Facts())
                    .add(attributes.get(name).orElseThrow(), rows);
        }
        rows++;
    }

    /** Returns the rows that pass; the caller may change the set. */
    BitSet passing(Filter filter) {
        if (filter instanceof Filter.Eq eq) {
            return facts(eq.name()).equalTo(eq.value());
        } else if (filter instanceof Filter.In in) {
            BitSet any = new BitSet();
            in.values().forEach(value -> any.or(facts(in.name()).equalTo(Attribute.of(value))));
            return any;
        } else if (filter instanceof Filter.Range range) {
            return facts(range.name()).within(range);
        } else if (filter instanceof Filter.Exists exists) {
            return set(List.of(facts(exists.name()).all));
        } else {
            return combined(filter);
        }
    }

    private BitSet combined(Filter filter) {
        BitSet result = new BitSet(rows);
        if (filter instanceof Filter.Or or) {
            or.parts().forEach(part -> result.or(passing(part)));
            return result;
        }
        result.set(0, rows);
        if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> result.and(passing(part)));
        } else if (filter instanceof Filter.Not not) {
            result.andNot(passing(not.part()));
        }
        return result;
    }

    private Facts facts(String name) {
        return byName.getOrDefault(name, new Facts());
    }

    private static BitSet set(Iterable<IntList> lists) {
        BitSet rows = new BitSet();
        for (IntList list : lists) {
            for (int i = 0; i < list.size(); i++) {
                rows.set(list.get(i));
            }
        }
        return rows;
    }

    /** The facts of one name. */
    private static final class Facts {

        private final IntList all = new IntList();
        private final Map<Attribute, IntList> values = new HashMap<>();
        private final NavigableMap<Double, IntList> numbers = new TreeMap<>();

        void add(Attribute fact, int row) {
            all.add(row);
            if (fact instanceof Attribute.Numeric number) {
                numbers.computeIfAbsent(number.value(), key -> new IntList()).add(row);
            } else if (fact instanceof Attribute.Texts texts) {
                texts.values().forEach(text -> enter(Attribute.of(text), row));
            } else {
                enter(fact, row);
            }
        }

        BitSet equalTo(Attribute value) {
            IntList rows = value instanceof Attribute.Numeric number ? numbers.get(number.value()) : values.get(value);
            return rows == null ? new BitSet() : set(List.of(rows));
        }

        BitSet within(Filter.Range range) {
            Double min = range.min();
            Double max = range.max();
            NavigableMap<Double, IntList> from = min == null ? numbers : numbers.tailMap(min, true);
            return set((max == null ? from : from.headMap(max, true)).values());
        }

        private void enter(Attribute value, int row) {
            values.computeIfAbsent(value, key -> new IntList()).add(row);
        }
    }
}
