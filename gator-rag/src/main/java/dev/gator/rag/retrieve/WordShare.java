package dev.gator.rag.retrieve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The share of a question's words that a text has; a word counts the more the fewer of the texts have it. */
final class WordShare {

    private final Map<String, Double> weights = new LinkedHashMap<>();
    private double total;

    private WordShare() {}

    static WordShare of(String question, List<String> texts) {
        List<Set<String>> there = texts.stream()
                .map(text -> (Set<String>) new HashSet<>(Terms.of(text)))
                .toList();
        WordShare share = new WordShare();
        for (String term : new LinkedHashSet<>(Terms.of(QuestionWords.of(question)))) {
            long having = there.stream().filter(text -> text.contains(term)).count();
            double weight = Math.log(1 + (texts.size() - having + 0.5) / (having + 0.5));
            share.weights.put(term, weight);
            share.total += weight;
        }
        return share;
    }

    double share(String text) {
        Set<String> there = new HashSet<>(Terms.of(text));
        double found = weights.entrySet().stream()
                .filter(entry -> there.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return total == 0 ? 0 : Math.min(1, found / total);
    }
}
