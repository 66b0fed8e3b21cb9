package dev.gator.rag.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a segment pass the filter.
 *
 * @param live which are not deleted, or null for all
 * @param passing which pass the filter and are not deleted, or null if there is no filter
 * @param size how many
 * @param of of how many
 */
record LeafMatches(@Nullable Bits live, @Nullable FixedBitSet passing, int size, int of) {

    static LeafMatches of(LeafReaderContext leaf, @Nullable Weight filter) throws IOException {
        LeafReader reader = leaf.reader();
        Bits live = reader.getLiveDocs();
        if (filter == null) {
            return new LeafMatches(live, null, reader.numDocs(), reader.maxDoc());
        }
        FixedBitSet passing = new FixedBitSet(reader.maxDoc());
        Scorer scorer = filter.scorer(leaf);
        if (scorer != null) {
            passing.or(scorer.iterator());
        }
        if (live != null) {
            retain(passing, live);
        }
        return new LeafMatches(live, passing, passing.cardinality(), reader.maxDoc());
    }

    /** Returns what Lucene's graph search may collect; null for everything. */
    @Nullable
    Bits accepted() {
        return passing == null ? live : passing;
    }

    /** Returns the documents in ascending order. */
    DocIdSetIterator iterator() {
        FixedBitSet filtered = passing;
        if (filtered != null) {
            return new BitSetIterator(filtered, size);
        }
        Bits alive = live;
        if (alive == null) {
            return DocIdSetIterator.all(of);
        }
        FixedBitSet all = new FixedBitSet(of);
        all.set(0, of);
        retain(all, alive);
        return new BitSetIterator(all, size);
    }

    private static void retain(FixedBitSet docs, Bits live) {
        for (int doc = 0; doc < docs.length(); doc++) {
            if (docs.get(doc) && !live.get(doc)) {
                docs.clear(doc);
            }
        }
    }
}
