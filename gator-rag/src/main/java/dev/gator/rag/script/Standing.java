package dev.gator.rag.script;

import dev.gator.call.Owner;

/** Tells how well an example did, so that a search can prefer what worked. Implementations are thread-safe. */
@FunctionalInterface
public interface Standing {

    /** How much of a rank is standing; the rest is how well an example fits. */
    double SHARE = 0.2;

    /** Returns 0 for badly, 0.5 for as usual or unknown, towards 1 for well. */
    double of(Owner owner, String id, ReelExample example);

    /** Returns the rank of something that fits so well and stands so well, 0 to 1. */
    static double blend(double similarity, double standing) {
        return (1 - SHARE) * similarity + SHARE * standing;
    }
}
