package dev.gator.rag.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
            Map<String, Integer> terms = statistics == null ? Map.of() : terms(languages, field, words);
            if (statistics != null && !terms.isEmpty()) {
                all.add(inField(searcher, statistics, terms), Occur.SHOULD);
            }
        }
        return all.build();
    }

    private static Query inField(IndexSearcher searcher, CollectionStatistics statistics, Map<String, Integer> terms)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double bound = 0;
        for (Map.Entry<String, Integer> entry : terms.entrySet()) {
            Term term = new Term(statistics.field(), entry.getKey());
            query.add(new BoostQuery(new TermQuery(term), entry.getValue()), Occur.SHOULD);
            bound += entry.getValue()
                    * weight(statistics.docCount(), searcher.getIndexReader().docFreq(term));
        }
        return new BoostQuery(query.build(), (float) (1 / bound));
    }

    /** The weight that BM25 gives a term; its own class keeps the formula to itself. */
    private static double weight(long documents, long containing) {
        return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
    }

    /** Returns how often each term is asked for; what is said twice counts twice. */
    private static Map<String, Integer> terms(Languages languages, String field, String words) throws IOException {
        Map<String, Integer> terms = new LinkedHashMap<>();
        try (TokenStream tokens = languages.analyzer().tokenStream(field, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        }
        return terms;
    }
}
