package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says how far a source can be trusted, and why. Implementations are thread-safe and quick. */
@FunctionalInterface
public interface SourceRating {

    /** Rates the source of a piece. */
    Credibility rate(Chunk piece);

    /** Returns the built-in rating: kind of source, author, date and transport, with fixed weights. */
    static SourceRating builtIn() {
        return new VisibleSigns();
    }

    /**
     * How far a source can be trusted: the mean of its reasons by weight.
     *
     * @param reasons why, at least one
     */
    record Credibility(List<Reason> reasons) {

        /** Copies the reasons. */
        public Credibility {
            reasons = Require.notEmpty("reasons", reasons);
        }

        /** Returns the mean, 0 to 1. */
        public double score() {
            double weights = reasons.stream().mapToDouble(Reason::weight).sum();
            return reasons.stream()
                            .mapToDouble(reason -> reason.weight() * reason.score())
                            .sum()
                    / weights;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f: ", score())
                    + reasons.stream().map(Reason::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * One reason.
     *
     * @param sign what was looked at
     * @param score what it says, 0 to 1
     * @param weight how much that counts, more than 0
     */
    record Reason(String sign, double score, double weight) {

        /** Checks the numbers. */
        public Reason {
            Require.text("sign", sign);
            Require.range("score of " + sign, score, 0.0, 1.0);
            Require.that(weight > 0, "weight of " + sign + " is " + weight);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.2f x %.2f", sign, score, weight);
        }
    }
}
