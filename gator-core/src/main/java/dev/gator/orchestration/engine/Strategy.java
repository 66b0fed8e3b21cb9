package dev.gator.orchestration.engine;

/** How to come to an answer with the help of models. Implementations are thread-safe: one serves many runs at once. */
@FunctionalInterface
public interface Strategy {

    /**
     * Works on one request.
     *
     * @return how the answer is told: already there, or to be spoken by a model
     */
    Ending perform(Run run);
}
