package dev.gator.rag.index;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words as a BM25 query whose scores lie between 0 and 1. No document can score more than the sum of the weights of the
 * terms; divided by that sum a score says how much of what was asked for a document holds, in every collection alike.
 */
final class WordQueries {

    private WordQueries() {}

    /** Returns the query; one without clauses finds nothing. */
    static BooleanQuery of(IndexSearcher searcher, Languages languages, String words) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String field : languages.fields()) {
            CollectionStatistics statistics = searcher.collectionStatistics(field);
            Set<String> terms = statistics == null ? Set.of() : terms(languages, field, words);
            if (statistics != null && !terms.isEmpty()) {
                all.add(inField(searcher, statistics, terms), Occur.SHOULD);
            }
        }
        return all.build();
    }

    private static Query inField(IndexSearcher searcher, CollectionStatistics statistics, Set<String> terms)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double bound = 0;
        for (String text : terms) {
            Term term = new Term(statistics.field(), text);
            query.add(new TermQuery(term), Occur.SHOULD);
            bound += weight(statistics.docCount(), searcher.getIndexReader().docFreq(term));
        }
        return new BoostQuery(query.build(), (float) (1 / bound));
    }

    /** The weight that BM25 gives a term; its own class keeps the formula to itself. */
    private static double weight(long documents, long containing) {
        return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
    }

    private static Set<String> terms(Languages languages, String field, String words) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = languages.analyzer().tokenStream(field, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }
}
