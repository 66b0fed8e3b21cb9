package dev.gator.rag.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** A document that may be among the best. Its id is read only when a tie asks for it. */
final class Candidate {

    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

    private final IndexSearcher searcher;
    private final int doc;
    private final double score;
    private @Nullable String id;

    Candidate(IndexSearcher searcher, int doc, double score) {
        this.searcher = searcher;
        this.doc = doc;
        this.score = score;
    }

    int doc() {
        return doc;
    }

    double score() {
        return score;
    }

    private String id() {
        String known = id;
        if (known == null) {
            known = readId();
            id = known;
        }
        return known;
    }

    private String readId() {
        var leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        try {
            SortedDocValues ids = leaf.reader().getSortedDocValues(Fields.ID);
            ids.advanceExact(doc - leaf.docBase);
            return ids.lookupOrd(ids.ordValue()).utf8ToString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
