package dev.gator.orchestration.route;

import dev.gator.error.Require;

/**
 * How much each side of a model counts in the choice. Only the proportions matter. Quality counts three times
 * as much for the hardest questions and half as much for the easiest.
 *
 * @param quality how good it is at this kind of question
 * @param price what this request would cost
 * @param speed how long it takes lately
 * @param experience what feedback says, if learning is on
 */
public record RoutingWeights(double quality, double price, double speed, double experience) {

    /** Checks that nothing is negative and something counts. */
    public RoutingWeights {
        Require.range("weight of quality", quality, 0, 1000);
        Require.range("weight of price", price, 0, 1000);
        Require.range("weight of speed", speed, 0, 1000);
        Require.range("weight of experience", experience, 0, 1000);
        Require.that(quality + price + speed > 0, "routing weights are all zero");
    }

    /** Returns half quality, the rest price and speed. */
    public static RoutingWeights balanced() {
        return new RoutingWeights(0.5, 0.3, 0.2, 0.3);
    }

    /** Returns weights for which price counts most. */
    public static RoutingWeights cheap() {
        return new RoutingWeights(0.25, 0.6, 0.15, 0.3);
    }

    /** Returns weights for which speed counts most. */
    public static RoutingWeights fast() {
        return new RoutingWeights(0.25, 0.15, 0.6, 0.3);
    }
}
