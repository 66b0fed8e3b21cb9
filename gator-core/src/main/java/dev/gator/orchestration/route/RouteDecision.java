package dev.gator.orchestration.route;

import dev.gator.usage.Money;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which model a request goes to, and why.
 *
 * @param query what the request is about
 * @param ranked the models that can serve it, best first
 * @param skipped the models that cannot, with reasons
 * @param reason how the choice came about
 */
public record RouteDecision(QueryProfile query, List<Candidate> ranked, List<Skipped> skipped, Reason reason) {

    /** Copies the lists. */
    public RouteDecision {
        ranked = List.copyOf(ranked);
        skipped = List.copyOf(skipped);
    }

    /** How a choice came about. */
    public enum Reason {
        /** It had the best score. */
        SCORE,
        /** The application or the request named the model. */
        PINNED,
        /** Learning tries a model that it knows too little about. */
        EXPLORATION
    }

    /**
     * A model that can serve the request.
     *
     * @param model its id
     * @param score what the choice goes by
     * @param quality its part of the score, 0 to 1 before weighting
     * @param price its part of the score; 1 is the cheapest, one half is unknown
     * @param speed its part of the score; 1 is the fastest, one half is unknown
     * @param experience its part of the score; one half while nothing was learned
     * @param cost what the request would cost, if the price is known
     * @param p95 how long 95 of 100 answers take lately, if that is known
     */
    public record Candidate(
            String model,
            double score,
            double quality,
            double price,
            double speed,
            double experience,
            Optional<Money> cost,
            Optional<Duration> p95) {

        @Override
        public String toString() {
            return model
                    + String.format(
                            Locale.ROOT, " %.2f (quality %.2f, price %.2f, speed %.2f)", score, quality, price, speed);
        }
    }

    /**
     * A model that cannot serve the request.
     *
     * @param model its id
     * @param reason why not
     */
    public record Skipped(String model, String reason) {
        @Override
        public String toString() {
            return model + ": " + reason;
        }
    }

    /** Returns the model that the request goes to. */
    public String chosen() {
        return ranked.get(0).model();
    }

    /**
     * Returns one line for people, such as {@code routed to big: query=maths (0.92), est. $0.004, p95 2.1 s; skipped small:
     * complexity 0.81 > 0.6}.
     */
    @Override
    public String toString() {
        Candidate first = ranked.get(0);
        StringBuilder line = new StringBuilder("routed to " + first.model() + ": query=" + query);
        first.cost().ifPresent(cost -> line.append(", est. ").append(rounded(cost)));
        first.p95().ifPresent(p95 -> line.append(", p95 ").append(seconds(p95)));
        if (reason != Reason.SCORE) {
            line.append(", ").append(reason.name().toLowerCase(Locale.ROOT));
        }
        skipped.forEach(model -> line.append("; skipped ").append(model));
        return line.toString();
    }

    private static Money rounded(Money cost) {
        return new Money(cost.amount().round(new MathContext(2)), cost.currency());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() < 1000
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
