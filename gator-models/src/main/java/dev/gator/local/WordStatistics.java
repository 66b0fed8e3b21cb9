package dev.gator.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which words stand where in a handful of texts. */
final class WordStatistics {

    private static final double SATURATION = 0.9;
    private static final double LENGTH_WEIGHT = 0.6;

    private final List<Map<String, List<Integer>>> places = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> spread = new HashMap<>();
    private final double meanLength;

    /** Reads the texts; {@code check} runs before each and may end the work. */
    WordStatistics(List<String> texts, Runnable check) {
        for (String text : texts) {
            check.run();
            Map<String, List<Integer>> where = new HashMap<>();
            List<String> words = Words.of(text);
            for (int i = 0; i < words.size(); i++) {
                where.computeIfAbsent(words.get(i), word -> new ArrayList<>()).add(i);
            }
            where.keySet().forEach(word -> spread.merge(word, 1, Integer::sum));
            places.add(where);
            lengths.add(words.size());
        }
        meanLength = Math.max(
                1, lengths.stream().mapToInt(length -> length).average().orElse(1));
    }

    /** Returns how much a word tells: little if every text has it. */
    double rarity(String word) {
        int with = spread.getOrDefault(word, 0);
        return Math.log(1 + (places.size() - with + 0.5) / (with + 0.5)) + 0.05;
    }

    /** Returns 0 to 1: how strongly a text is about a word, given its length. */
    double strength(String word, int text) {
        int count = places.get(text).getOrDefault(word, List.of()).size();
        double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths.get(text) / meanLength;
        return Math.min(1, count * (1 + SATURATION / 2) / (count + SATURATION * length));
    }

    /** Returns 0 to 1: how close together the words stand that the text has. */
    double closeness(List<String> words, int text, int present) {
        if (present == 1) {
            return words.size() == 1 ? 1 : 0;
        }
        int narrowest = Integer.MAX_VALUE;
        for (String word : words) {
            for (int start : places.get(text).getOrDefault(word, List.of())) {
                narrowest = Math.min(narrowest, widthFrom(start, words, text));
            }
        }
        return narrowest == Integer.MAX_VALUE ? 0 : (double) present / Math.max(present, narrowest);
    }

    private int widthFrom(int start, List<String> words, int text) {
        int end = start;
        for (String word : words) {
            List<Integer> at = places.get(text).getOrDefault(word, List.of());
            int next = at.stream().filter(place -> place >= start).findFirst().orElse(at.isEmpty() ? start : -1);
            if (next < 0) {
                return Integer.MAX_VALUE;
            }
            end = Math.max(end, next);
        }
        return end - start + 1;
    }
}
