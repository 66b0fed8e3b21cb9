package dev.gator.rag.learn;

import dev.gator.error.Require;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a user has liked so far: a weight for each feature of a script, positive if the user prefers more of it.
 *
 * @param weights the weights by the names of features
 * @param choices how many choices they were learned from
 */
public record Taste(Map<String, Double> weights, int choices) {

    /** Nothing is known. */
    public static final Taste UNKNOWN = new Taste(Map.of(), 0);

    private static final double STEP = 0.5;
    private static final double DECAY = 0.01;
    private static final double DOUBT = 5;

    /** Checks the number and copies the weights. */
    public Taste {
        Require.notNegative("choices", choices);
        weights = Map.copyOf(weights);
    }

    /** Returns how much these features please; only differences between scripts mean something. */
    double of(Map<String, Double> features) {
        return features.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * weights.getOrDefault(entry.getKey(), 0.0))
                .sum();
    }

    /** Returns how sure this is, 0 to 1: one half after five choices. */
    public double confidence() {
        return choices / (choices + DOUBT);
    }

    /** Returns the taste of somebody who took the one script and left the other: a step of logistic regression on both. */
    Taste preferring(Map<String, Double> taken, Map<String, Double> left) {
        double surprise = 1 - 1 / (1 + Math.exp(of(left) - of(taken)));
        Map<String, Double> next = new TreeMap<>(weights);
        next.replaceAll((name, weight) -> weight * (1 - STEP * DECAY));
        taken.forEach((name, value) -> next.merge(name, STEP * surprise * value, Double::sum));
        left.forEach((name, value) -> next.merge(name, -STEP * surprise * value, Double::sum));
        return new Taste(next, choices);
    }

    Taste afterChoice() {
        return new Taste(weights, choices + 1);
    }
}
