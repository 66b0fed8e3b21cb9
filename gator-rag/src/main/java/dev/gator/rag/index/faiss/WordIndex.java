package dev.gator.rag.index.faiss;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Finds rows by their words with BM25, in memory; words are cut as Unicode says, for any language. Rows only come. */
final class WordIndex {

    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.75;

    private final Analyzer analyzer = new StandardAnalyzer();
    private final Map<String, Posting> postings = new HashMap<>();
    private final IntList lengths = new IntList();
    private long totalLength;

    /** Enters the text of the next row. */
    void add(String text) {
        int row = lengths.size();
        Map<String, Integer> counts = new HashMap<>();
        List<String> words = words(text);
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        counts.forEach((word, count) ->
                postings.computeIfAbsent(word, key -> new Posting()).add(row, count));
        lengths.add(words.size());
        totalLength += words.size();
    }

    /** Returns the rows with at least one of the words, and how well they fit: above 0, below 1. */
    Map<Integer, Double> scores(String query, BitSet among) {
        Map<Integer, Double> sums = new HashMap<>();
        double best = 0;
        for (String word : Set.copyOf(words(query))) {
            Posting posting = postings.getOrDefault(word, new Posting());
            double rarity = Math.log(1 + (lengths.size() - posting.size() + 0.5) / (posting.size() + 0.5));
            best += rarity * (SATURATION + 1);
            for (int i = 0; i < posting.size(); i++) {
                int row = posting.rows.get(i);
                if (among.get(row)) {
                    sums.merge(row, rarity * weight(posting.counts.get(i), row), Double::sum);
                }
            }
        }
        double bound = best;
        sums.replaceAll((row, sum) -> sum / bound);
        return sums;
    }

    private double weight(int count, int row) {
        double average = (double) totalLength / lengths.size();
        double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths.get(row) / average;
        return count * (SATURATION + 1) / (count + SATURATION * length);
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw RecordLog.failed("cut a text into words", e);
        }
        return words;
    }

    /** Where a word occurs, and how often. */
    private static final class Posting {

        private final IntList rows = new IntList();
        private final IntList counts = new IntList();

        void add(int row, int count) {
            rows.add(row);
            counts.add(count);
        }

        int size() {
            return rows.size();
        }
    }
}
