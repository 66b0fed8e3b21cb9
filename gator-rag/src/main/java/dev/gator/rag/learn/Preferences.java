package dev.gator.rag.learn;

import dev.gator.call.Owner;
import dev.gator.error.Require;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.Variations;
import dev.gator.store.KeyValueStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns which variations a user takes, and offers the likes of them first. Each choice teaches as many comparisons as
 * variations were left. Kept for each owner apart, in a key-value store that stays the caller's to close. Thread-safe.
 */
public final class Preferences {

    private static final String KEY = "reel-taste";
    private static final double MOST = 20;

    private final Kept<Taste> kept;

    private Preferences(KeyValueStore store) {
        this.kept = new Kept<>(store, Taste.class);
    }

    /** Returns what this store knows. */
    public static Preferences over(KeyValueStore store) {
        return new Preferences(store);
    }

    /** Takes to heart that this one was chosen among these; returns the taste as it is then. */
    public Taste chosen(Owner owner, Variations among, ReelResult taken) {
        Require.that(among.ranked().contains(taken), "the script that was chosen is none of the variations");
        Map<String, Double> features = Features.of(taken);
        List<Map<String, Double>> left = among.ranked().stream()
                .filter(other -> !other.equals(taken))
                .map(Features::of)
                .toList();
        return kept.change(owner, KEY, Taste.UNKNOWN, before -> {
            Taste taste = before;
            for (Map<String, Double> other : left) {
                taste = taste.preferring(features, other);
            }
            return taste.afterChoice();
        });
    }

    /** Returns what is known about the taste of an owner. */
    public Taste taste(Owner owner) {
        return kept.get(owner, KEY).orElse(Taste.UNKNOWN);
    }

    /**
     * Returns the variations in the order in which to offer them: valid ones first, then by the rank of their reports and, as
     * sure as the taste is, up to 20 points for or against.
     */
    public Variations ranked(Owner owner, Variations variations) {
        Taste taste = taste(owner);
        Map<String, Double> usual = mean(variations.ranked());
        Map<ReelResult, Double> scores = variations.ranked().stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        reel -> reel.report().rank()
                                + MOST
                                        * taste.confidence()
                                        * Math.tanh(taste.of(Features.of(reel)) - taste.of(usual))));
        return variations.by(
                Comparator.comparing((ReelResult reel) -> reel.report().isValid())
                        .thenComparing(reel -> scores.getOrDefault(reel, 0.0))
                        .reversed());
    }

    private static Map<String, Double> mean(List<ReelResult> reels) {
        Map<String, Double> mean = new TreeMap<>();
        reels.forEach(reel ->
                Features.of(reel).forEach((name, value) -> mean.merge(name, value / reels.size(), Double::sum)));
        return mean;
    }
}
