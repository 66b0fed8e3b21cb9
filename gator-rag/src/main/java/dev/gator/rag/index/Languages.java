package dev.gator.rag.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How words become terms, for each language in a field of its own: a Spanish stem means nothing among English ones. A
 * language that is not known is split into words, lower-cased and stripped of accents.
 */
final class Languages implements AutoCloseable {

    private static final String PREFIX = "text.";
    private static final String UNKNOWN = PREFIX + "und";

    private final Map<String, Analyzer> analyzers = new TreeMap<>();
    private final Analyzer folding = new Folding();
    private final Analyzer byField;
    private final String fallback;

    Languages(String language) {
        analyzers.put(PREFIX + "de", new GermanAnalyzer());
        analyzers.put(PREFIX + "en", new EnglishAnalyzer());
        analyzers.put(PREFIX + "es", new SpanishAnalyzer());
        analyzers.put(PREFIX + "fr", new FrenchAnalyzer());
        analyzers.put(PREFIX + "hi", new HindiAnalyzer());
        // pairs of neighbouring characters find what a dictionary of 5 MB would find, a little less precisely
        analyzers.put(PREFIX + "ja", new CJKAnalyzer());
        analyzers.put(PREFIX + "zh", new CJKAnalyzer());
        analyzers.put(PREFIX + "ko", new CJKAnalyzer());
        byField = new PerFieldAnalyzerWrapper(folding, analyzers);
        fallback = known(language);
    }

    /** Returns the field for a text in a language such as {@code es} or {@code es-MX}; empty for the usual one. */
    String field(String language) {
        return language.isEmpty() ? fallback : known(language);
    }

    /** Returns every field that may hold words. */
    List<String> fields() {
        List<String> all = new ArrayList<>(analyzers.keySet());
        all.add(UNKNOWN);
        return all;
    }

    Analyzer analyzer() {
        return byField;
    }

    @Override
    public void close() {
        analyzers.values().forEach(Analyzer::close);
        folding.close();
        byField.close();
    }

    private String known(String language) {
        String field = PREFIX + language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return analyzers.containsKey(field) ? field : UNKNOWN;
    }

    /** For languages that have no stemmer here. */
    private static final class Folding extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(words, folded);
        }
    }
}
