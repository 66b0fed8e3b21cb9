package dev.gator.rag.retrieve;

import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that are frequent in some pieces and not in every piece that was found: the relevance model {@code p(word) = sum
 * of score(d) * count(word, d) / length(d)} over the examples, without words of half of the pool, short ones and numbers.
 */
final class TellingWords {

    private static final double EVERYWHERE = 0.5;
    private static final int SHORTEST = 3;

    private TellingWords() {}

    static List<String> of(List<Candidate> examples, List<Candidate> pool, String question, int most) {
        Map<String, Integer> spread = new HashMap<>();
        pool.forEach(piece ->
                new HashSet<>(Words.folded(piece.text())).forEach(word -> spread.merge(word, 1, Integer::sum)));
        Set<String> known = new HashSet<>(Terms.of(question));
        Map<String, Double> weights = new HashMap<>();
        for (Candidate example : examples) {
            List<String> words = Words.folded(example.text());
            for (String word : words) {
                boolean common = spread.getOrDefault(word, 0) > EVERYWHERE * pool.size();
                if (!common && word.length() >= SHORTEST && isWord(word) && !known.contains(term(word))) {
                    weights.merge(word, example.score() / words.size(), Double::sum);
                }
            }
        }
        List<String> ranked = new ArrayList<>(weights.keySet());
        ranked.sort(Comparator.comparingDouble((String word) -> weights.get(word))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    private static String term(String word) {
        List<String> terms = Terms.of(word);
        return terms.isEmpty() ? word : terms.get(0);
    }

    private static boolean isWord(String word) {
        return word.chars().noneMatch(Character::isDigit);
    }
}
