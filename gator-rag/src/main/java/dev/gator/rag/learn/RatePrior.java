package dev.gator.rag.learn;

import dev.gator.error.Require;
import java.util.List;

/**
 * What is usual, before anything is known about one script: a mean, and how many views of evidence it is worth.
 *
 * @param mean the usual share of views in which somebody does something, 0 to 1
 * @param strength how many views of its own a script needs until they count as much as the mean
 */
public record RatePrior(double mean, double strength) {

    /** What is assumed where nobody has measured anything. */
    public static final RatePrior UNMEASURED = new RatePrior(0.05, 200);

    private static final int FEWEST = 5;
    private static final double WEAKEST = 20;
    private static final double STRONGEST = 10_000;
    private static final double LEAST_MEAN = 0.0001;

    /** Checks the bounds. */
    public RatePrior {
        Require.range("mean rate", mean, LEAST_MEAN, 1.0);
        Require.range("strength", strength, 1.0, Double.MAX_VALUE);
    }

    /** Learns from outcomes by the method of moments for beta-distributed rates; those without views do not count. */
    public static RatePrior of(List<Outcome> outcomes) {
        List<Outcome> seen =
                outcomes.stream().filter(outcome -> outcome.views() > 0).toList();
        if (seen.isEmpty()) {
            return UNMEASURED;
        }
        double views = seen.stream().mapToDouble(Outcome::views).sum();
        double mean = seen.stream().mapToDouble(Outcome::engagements).sum() / views;
        double bounded = Math.min(1 - LEAST_MEAN, Math.max(LEAST_MEAN, mean));
        return new RatePrior(bounded, seen.size() < FEWEST ? UNMEASURED.strength : strength(seen, bounded, views));
    }

    /** Returns a prior of the same strength around another mean, which is moved into bounds. */
    RatePrior around(double other) {
        return new RatePrior(Math.max(LEAST_MEAN, Math.min(1, other)), strength);
    }

    /** Returns a rate drawn towards this mean, the more the fewer views there are. */
    public double shrink(Outcome outcome) {
        return (outcome.engagements() + strength * mean) / (outcome.views() + strength);
    }

    private static double strength(List<Outcome> seen, double mean, double views) {
        double count = seen.size();
        double spread = count
                * seen.stream()
                        .mapToDouble(one -> one.views() * (one.rate() - mean) * (one.rate() - mean))
                        .sum()
                / ((count - 1) * views);
        double chance = mean * (1 - mean);
        double ofChance = chance
                / count
                * seen.stream().mapToDouble(one -> 1.0 / one.views()).sum();
        double beyond = spread - ofChance;
        // no more spread than chance alone gives: all rates are the same as far as anybody can tell
        return beyond <= 0 ? STRONGEST : Math.max(WEAKEST, Math.min(STRONGEST, (chance - spread) / beyond));
    }
}
