package dev.gator.resilience;

/** Whether calls pass a breaker. */
public enum CircuitState {
    /** All pass. */
    CLOSED,
    /** None passes. */
    OPEN,
    /** A few pass, to see whether the model is well again. */
    HALF_OPEN
}
