package dev.gator.orchestration.reason;

import dev.gator.chat.ChatReply;
import dev.gator.orchestration.engine.Likeness;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change of the request did to the answers.
 *
 * @param original the answers to the request as it is
 * @param changed the answers to the changed request
 * @param stability how alike the answers to one and the same request are, 0 to 1
 * @param likeness how alike answers across the change are, 0 to 1
 * @param gone words of the first answer that the first changed one lacks
 * @param added words of the first changed answer that the first one lacks
 */
public record Shift(
        List<ChatReply> original,
        List<ChatReply> changed,
        double stability,
        double likeness,
        Set<String> gone,
        Set<String> added) {

    /** Copies the lists and sets. */
    public Shift {
        original = List.copyOf(original);
        changed = List.copyOf(changed);
        gone = Collections.unmodifiableSet(new LinkedHashSet<>(gone));
        added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
    }

    /** Returns how much the change did beyond the model's own fluctuation, 0 to 1. */
    public double effect() {
        return Math.max(0, stability - likeness);
    }

    /** Returns one line that quotes nothing. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "effect %.2f (stability %.2f, likeness across the change %.2f, %d runs each)",
                effect(),
                stability,
                likeness,
                original.size());
    }

    static Shift of(List<ChatReply> original, List<ChatReply> changed, Likeness likeness) {
        int runs = original.size();
        double within = 0;
        double across = 0;
        int pairs = 0;
        for (int i = 0; i < runs; i++) {
            for (int j = 0; j < runs; j++) {
                across += likeness.between(i, runs + j);
                if (i < j) {
                    within += likeness.between(i, j) + likeness.between(runs + i, runs + j);
                    pairs += 2;
                }
            }
        }
        Set<String> before = words(original.get(0));
        Set<String> after = words(changed.get(0));
        return new Shift(
                original,
                changed,
                pairs == 0 ? 1 : within / pairs,
                across / ((double) runs * runs),
                without(before, after),
                without(after, before));
    }

    private static Set<String> words(ChatReply reply) {
        return Arrays.stream(reply.text().split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(words);
        rest.removeAll(others);
        return rest;
    }
}
