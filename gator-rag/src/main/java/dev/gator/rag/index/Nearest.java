package dev.gator.rag.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The documents nearest to a vector. The graph finds candidates by their quantised vectors, the whole vectors decide. Where
 * comparing everything that passes the filter is no more work than walking the graph, everything is compared: a rare match
 * costs neither recall nor time.
 */
final class Nearest {

    /** How many candidates a walk through the graph follows at least, and for each that is wanted. */
    private static final int CANDIDATES = 28;

    private static final double OVERSAMPLING = 1.5;

    /** How many vectors a walk through the graph compares for each candidate, about. */
    private static final int COMPARED = 20;

    /** So many are compared in the time of a walk. */
    private static final int FEW = 1_000;

    private final IndexSearcher searcher;
    private final float[] target;
    private final @Nullable Weight filter;

    Nearest(IndexSearcher searcher, float[] target, @Nullable Weight filter) {
        this.searcher = searcher;
        this.target = target;
        this.filter = filter;
    }

    List<Candidate> find(int wanted, double minScore) throws IOException {
        Best best = new Best(searcher, wanted, minScore);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
            if (vectors != null) {
                find(leaf, LeafMatches.of(leaf, filter), vectors.size(), wanted, best);
            }
        }
        return best.bestFirst();
    }

    private void find(LeafReaderContext leaf, LeafMatches matches, int vectors, int wanted, Best best)
            throws IOException {
        int candidates = Math.max(CANDIDATES, (int) (OVERSAMPLING * wanted));
        long walked = (long) candidates * COMPARED;
        // a filter that lets one in n pass makes the walk n times as long
        boolean few = matches.size() <= FEW || (long) matches.size() * matches.size() <= walked * vectors;
        if (few || !walk(leaf, matches, candidates, wanted, best)) {
            offer(leaf, matches.iterator(), best);
        }
    }

    /** Returns whether the graph led to enough; nothing was offered otherwise. */
    private boolean walk(LeafReaderContext leaf, LeafMatches matches, int candidates, int wanted, Best best)
            throws IOException {
        LeafReader reader = leaf.reader();
        TopDocs found = reader.searchNearestVectors(
                Fields.VECTOR, target, Math.min(candidates, matches.size()), matches.accepted(), matches.size());
        boolean cut = found.totalHits.relation != TotalHits.Relation.EQUAL_TO;
        if (cut || found.scoreDocs.length < Math.min(wanted, matches.size())) {
            return false;
        }
        for (ScoreDoc hit : found.scoreDocs) {
            best.offer(leaf.docBase + hit.doc, Math.min(1, hit.score));
        }
        return true;
    }

    private void offer(LeafReaderContext leaf, DocIdSetIterator docs, Best best) throws IOException {
        LeafScores scores = new LeafScores(leaf, target, null);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            double score = scores.meaning(doc);
            if (score >= 0) {
                best.offer(leaf.docBase + doc, score);
            }
        }
    }
}
