package dev.gator.rag.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of some length in a list of words, and how often each occurs. */
record NGrams(Map<List<String>, Integer> counts, int total) {

    static NGrams of(List<String> words, int length) {
        Map<List<String>, Integer> counts = new HashMap<>();
        int total = Math.max(0, words.size() - length + 1);
        for (int i = 0; i < total; i++) {
            counts.merge(List.copyOf(words.subList(i, i + length)), 1, Integer::sum);
        }
        return new NGrams(counts, total);
    }

    /** Returns how many runs are also in the other, each at most as often as it is there. */
    int shared(NGrams other) {
        return counts.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }

    /** Returns the runs of both, each as often as in the one that has it more often. */
    NGrams most(NGrams other) {
        Map<List<String>, Integer> most = new HashMap<>(counts);
        other.counts.forEach((run, count) -> most.merge(run, count, Math::max));
        return new NGrams(
                most, most.values().stream().mapToInt(Integer::intValue).sum());
    }
}
