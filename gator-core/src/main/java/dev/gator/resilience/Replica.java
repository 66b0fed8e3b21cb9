package dev.gator.resilience;

import dev.gator.error.Require;

/**
 * One of several models that give the same kind of answer: the same model at another address, or with another key.
 *
 * @param model who answers
 * @param weight its share of the load, compared with the others'
 */
public record Replica<M>(M model, int weight) {

    /** Checks the weight. */
    public Replica {
        Require.range("weight", weight, 1, 1_000_000);
    }

    /** Returns a replica of weight 1. */
    public static <M> Replica<M> of(M model) {
        return new Replica<>(model, 1);
    }
}
