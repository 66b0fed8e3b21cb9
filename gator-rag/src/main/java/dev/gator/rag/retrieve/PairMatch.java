package dev.gator.rag.retrieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of words that stand next to each other, or with one word between them, in a question. A pair counts the more the
 * fewer candidates have it.
 */
final class PairMatch {

    private final Map<String, Double> weights;
    private final double total;

    private PairMatch(Map<String, Double> weights) {
        this.weights = weights;
        this.total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static PairMatch of(String question, List<String> texts) {
        Set<String> wanted = new LinkedHashSet<>(pairs(QuestionWords.of(question)));
        Map<String, Integer> having = new HashMap<>();
        for (String text : texts) {
            Set<String> there = new HashSet<>(pairs(text));
            wanted.stream().filter(there::contains).forEach(pair -> having.merge(pair, 1, Integer::sum));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String pair : wanted) {
            int count = having.getOrDefault(pair, 0);
            weights.put(pair, Math.log(1 + (texts.size() - count + 0.5) / (count + 0.5)));
        }
        return new PairMatch(weights);
    }

    /** Returns the share of the question's pairs that a text has, by weight, 0 to 1. */
    double share(String text) {
        if (total == 0) {
            return 0;
        }
        Set<String> there = new HashSet<>(pairs(text));
        return weights.entrySet().stream()
                        .filter(entry -> there.contains(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / total;
    }

    private static List<String> pairs(String text) {
        List<String> terms = Terms.of(text);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i + 1; j <= i + 2 && j < terms.size(); j++) {
                pairs.add(terms.get(i) + " " + terms.get(j));
            }
        }
        return pairs;
    }
}
