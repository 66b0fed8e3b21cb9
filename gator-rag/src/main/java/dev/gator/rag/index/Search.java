package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.store.VectorQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One search in one state of one collection. */
final class Search {

    /** Below this many documents both scores are computed for all of them rather than for promising ones. */
    private static final int FEW = 1_000;

    private static final int FIRST_ROUND = 64;
    private static final int WIDER = 4;
    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final VectorQuery query;
    private final BooleanQuery words;
    private final @Nullable Query filter;

    private Search(IndexSearcher searcher, VectorQuery query, BooleanQuery words) {
        this.searcher = searcher;
        this.query = query;
        this.words = words;
        this.filter = FilterQueries.isAll(query.filter()) ? null : FilterQueries.of(query.filter());
    }

    static List<Candidate> run(IndexSearcher searcher, Languages languages, VectorQuery query) throws IOException {
        Optional<String> text = query.text();
        BooleanQuery words =
                text.isPresent() ? WordQueries.of(searcher, languages, text.get()) : new BooleanQuery.Builder().build();
        float[] meaning =
                query.embedding().map(Embedding::toArray).map(Vectors::unit).orElse(null);
        Search search = new Search(searcher, query, words);
        if (meaning == null) {
            return search.byWords(query.topK(), query.minScore());
        }
        return text.isPresent() ? search.byBoth(meaning) : search.byMeaning(meaning);
    }

    private List<Candidate> byMeaning(float[] target) throws IOException {
        return new Nearest(searcher, target, weight(filter, ScoreMode.COMPLETE_NO_SCORES))
                .find(query.topK(), query.minScore());
    }

    private List<Candidate> byWords(int wanted, double minScore) throws IOException {
        if (words.clauses().isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(words, Occur.MUST);
        if (filter != null) {
            both.add(filter, Occur.FILTER);
        }
        Best best = new Best(searcher, wanted, minScore);
        for (ScoreDoc hit : searcher.search(both.build(), wanted, BY_SCORE, true).scoreDocs) {
            best.offer(hit.doc, Math.min(1, hit.score));
        }
        return best.bestFirst();
    }

    /**
     * Takes the best by meaning and the best by words, computes what each lacks, and stops when nothing that neither list
     * holds could score more.
     */
    private List<Candidate> byBoth(float[] target) throws IOException {
        int matching = filter == null ? searcher.getIndexReader().numDocs() : searcher.count(filter);
        int wanted = Math.min(query.topK(), matching);
        for (int round = Math.max(FIRST_ROUND, 2 * wanted); matching > FEW && round < matching; round *= WIDER) {
            List<Candidate> near =
                    new Nearest(searcher, target, weight(filter, ScoreMode.COMPLETE_NO_SCORES)).find(round, 0);
            List<Candidate> worded = byWords(round, 0);
            Best best = new Best(searcher, wanted, query.minScore());
            offer(best, target, near, worded);
            double beyond = (last(near, round) + last(worded, round)) / 2;
            if (beyond < query.minScore() || (best.isFull() && best.threshold() >= beyond)) {
                return best.bestFirst();
            }
        }
        Best best = new Best(searcher, Math.max(1, wanted), query.minScore());
        Weight filtering = weight(filter, ScoreMode.COMPLETE_NO_SCORES);
        Weight wording = weight(words, ScoreMode.COMPLETE);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafMatches matches = LeafMatches.of(leaf, filtering);
            offer(best, leaf, matches.iterator(), new LeafScores(leaf, target, wording));
        }
        return best.bestFirst();
    }

    private void offer(Best best, float[] target, List<Candidate> near, List<Candidate> worded) throws IOException {
        FixedBitSet chosen = new FixedBitSet(searcher.getIndexReader().maxDoc());
        near.forEach(one -> chosen.set(one.doc()));
        worded.forEach(one -> chosen.set(one.doc()));
        Weight wording = weight(words, ScoreMode.COMPLETE);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafScores scores = new LeafScores(leaf, target, wording);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int doc = next(chosen, leaf.docBase, end); doc < end; doc = next(chosen, doc + 1, end)) {
                best.offer(doc, score(scores, doc - leaf.docBase));
            }
        }
    }

    private static void offer(Best best, LeafReaderContext leaf, DocIdSetIterator docs, LeafScores scores)
            throws IOException {
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            best.offer(leaf.docBase + doc, score(scores, doc));
        }
    }

    private static double score(LeafScores scores, int doc) throws IOException {
        return (Math.max(0, scores.meaning(doc)) + scores.words(doc)) / 2;
    }

    /** Returns the best score that a document outside of the list may have. */
    private static double last(List<Candidate> list, int asked) {
        return list.size() < asked ? 0 : list.get(list.size() - 1).score();
    }

    private static int next(FixedBitSet chosen, int from, int end) {
        return from < end ? chosen.nextSetBit(from) : end;
    }

    private @Nullable Weight weight(@Nullable Query part, ScoreMode mode) throws IOException {
        return part == null ? null : searcher.createWeight(searcher.rewrite(part), mode, 1);
    }
}
