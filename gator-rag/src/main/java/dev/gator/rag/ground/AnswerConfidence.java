package dev.gator.rag.ground;

import dev.gator.error.Require;
import java.util.Locale;

/**
 * How far an answer can be relied on, by a formula that can be computed by hand: 0.5 context + 0.3 diversity + 0.2 certainty.
 *
 * @param context share of the claims that are supported, times the best score among the cited evidence
 * @param diversity number of cited documents / 5, at most 1
 * @param certainty mean support of the supported claims; half of it if a source contradicts them
 */
public record AnswerConfidence(double context, double diversity, double certainty) {

    private static final double HIGH = 0.8;
    private static final double MEDIUM = 0.6;

    /** Confidence in words. */
    public enum Level {
        /** At least 0.8. */
        HIGH,
        /** At least 0.6. */
        MEDIUM,
        /** Less. */
        LOW
    }

    /** Checks the parts. */
    public AnswerConfidence {
        Require.range("context", context, 0.0, 1.0);
        Require.range("diversity", diversity, 0.0, 1.0);
        Require.range("certainty", certainty, 0.0, 1.0);
    }

    /** Returns no confidence at all. */
    public static AnswerConfidence none() {
        return new AnswerConfidence(0, 0, 0);
    }

    /** Returns the confidence, 0 to 1. */
    public double value() {
        return 0.5 * context + 0.3 * diversity + 0.2 * certainty;
    }

    /** Returns the confidence in words. */
    public Level level() {
        if (value() >= HIGH) {
            return Level.HIGH;
        }
        return value() >= MEDIUM ? Level.MEDIUM : Level.LOW;
    }

    /** Returns the level and the sum behind it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.2f = 0.5 x %.2f context + 0.3 x %.2f diversity + 0.2 x %.2f certainty",
                level().name().toLowerCase(Locale.ROOT),
                value(),
                context,
                diversity,
                certainty);
    }
}
