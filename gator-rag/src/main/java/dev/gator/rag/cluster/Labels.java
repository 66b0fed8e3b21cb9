package dev.gator.rag.cluster;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names topics by TF-IDF: the share of a topic's texts that use a word, times the logarithm of how rare it is among all
 * texts. Words that carry no meaning in their language do not count.
 */
final class Labels {

    private static final int WORDS = 4;
    private static final int SHORTEST = 3;

    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final Map<String, Integer> everywhere = new HashMap<>();
    private final int[] sizes;
    private final int texts;

    Labels(List<String> texts, List<Integer> topics, int count) {
        this.texts = texts.size();
        this.sizes = new int[count];
        for (int topic = 0; topic < count; topic++) {
            counts.add(new HashMap<>());
        }
        for (int i = 0; i < texts.size(); i++) {
            int topic = topics.get(i);
            sizes[topic]++;
            for (String word : telling(texts.get(i))) {
                counts.get(topic).merge(word, 1, Integer::sum);
                everywhere.merge(word, 1, Integer::sum);
            }
        }
    }

    List<String> of(int topic) {
        return counts.get(topic).keySet().stream()
                .sorted(Comparator.comparingDouble((String word) -> -weight(word, topic))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(WORDS)
                .toList();
    }

    private double weight(String word, int topic) {
        double share = (double) counts.get(topic).getOrDefault(word, 0) / sizes[topic];
        return share * Math.log(1 + (double) texts / everywhere.getOrDefault(word, 1));
    }

    private static Set<String> telling(String text) {
        Optional<Language> language = Lexicon.detect(text);
        List<String> words = language.isPresent() ? Lexicon.of(language.get()).content(text) : Words.folded(text);
        Set<String> telling = new LinkedHashSet<>();
        for (String word : words) {
            boolean says = word.codePoints().anyMatch(sign -> sign >= 0x2E80) || word.length() >= SHORTEST;
            if (says && word.codePoints().anyMatch(Character::isLetter)) {
                telling.add(word);
            }
        }
        return telling;
    }
}
