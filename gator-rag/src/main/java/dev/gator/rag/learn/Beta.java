package dev.gator.rag.learn;

import java.util.random.RandomGenerator;

/** Draws from beta distributions. Belongs to one thread. */
final class Beta {

    private final RandomGenerator dice;

    Beta(RandomGenerator dice) {
        this.dice = dice;
    }

    /** Returns a number from 0 to 1; both shapes are at least 1. */
    double draw(double won, double lost) {
        double left = gamma(won);
        return left / (left + gamma(lost));
    }

    /** Draws from a gamma distribution as Marsaglia and Tsang do (ACM TOMS 26, 2000), for shapes of at least 1. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = dice.nextGaussian();
            double base = 1 + c * normal;
            double cube = base * base * base;
            if (base > 0 && Math.log(1 - dice.nextDouble()) < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
