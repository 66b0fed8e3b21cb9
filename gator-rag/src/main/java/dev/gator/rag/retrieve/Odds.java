package dev.gator.rag.retrieve;

/** Adds pieces of evidence to a score without leaving 0 to 1: as logarithms of odds. */
final class Odds {

    private static final double SURE = 1e-6;

    private Odds() {}

    /** Returns a score raised, or lowered, by so much. */
    static double raise(double score, double by) {
        double bounded = Math.max(SURE, Math.min(1 - SURE, score));
        return 1 / (1 + Math.exp(-(Math.log(bounded / (1 - bounded)) + by)));
    }
}
