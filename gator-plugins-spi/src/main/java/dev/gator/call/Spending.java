package dev.gator.call;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Optional;

/** What a call may spend. Reserved before the call, settled after it; a refusal costs nothing. */
public interface Spending {

    /**
     * Sets aside what a call may cost at most.
     *
     * @throws dev.gator.error.GatorException with category BUDGET if that is more than is left
     */
    Reservation reserve(Estimate estimate);

    /** Returns the spending without limits; always the same one. */
    static Spending unlimited() {
        return NoLimits.INSTANCE;
    }

    /**
     * What a call will consume at most, as far as one can tell before it.
     *
     * @param model the model to be called
     * @param usage the prompt's tokens and the most that may be generated
     * @param cost the price of that, or empty if the model's price is unknown
     */
    record Estimate(String model, Usage usage, Optional<Money> cost) {}

    /** A part of a budget set aside for one call. Exactly one of the two methods takes effect, once. */
    interface Reservation {

        /** A reservation that holds nothing. */
        Reservation NOTHING = new Reservation() {
            @Override
            public void settle(Usage usage, Optional<Money> cost) {}

            @Override
            public void release() {}
        };

        /** Books what was really consumed and gives the rest back. */
        void settle(Usage usage, Optional<Money> cost);

        /** Gives everything back, because the call never reached a model. */
        void release();
    }
}
