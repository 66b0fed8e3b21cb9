package dev.gator.rag.reel;

import dev.gator.rag.text.Words;
import java.util.Comparator;
import java.util.List;

/**
 * Several scripts for one brief.
 *
 * @param ranked the scripts, best first
 */
public record Variations(List<ReelResult> ranked) {

    /** Copies the list. */
    public Variations {
        ranked = List.copyOf(ranked);
    }

    /** Returns scripts in the order of their reports' ranks. */
    public static Variations of(List<ReelResult> scripts) {
        return new Variations(scripts)
                .by(Comparator.comparingDouble(
                                (ReelResult result) -> result.report().rank())
                        .reversed());
    }

    /** Returns the same scripts in another order. */
    public Variations by(Comparator<ReelResult> order) {
        return new Variations(ranked.stream().sorted(order).toList());
    }

    /** Returns how different the two most alike scripts are, 0 to 1: one minus the share of words in common. */
    public double distance() {
        double least = 1;
        for (int i = 0; i < ranked.size(); i++) {
            for (int j = i + 1; j < ranked.size(); j++) {
                least = Math.min(least, distance(ranked.get(i), ranked.get(j)));
            }
        }
        return least;
    }

    static double distance(ReelResult one, ReelResult other) {
        return 1 - Words.overlap(one.script().spoken(), other.script().spoken());
    }
}
