package dev.gator.observe;

/** How a span ended. */
public enum Outcome {
    /** It did what it should. */
    OK,
    /** It failed. */
    FAILED,
    /** It was cancelled, often because another answer came first. */
    CANCELLED
}
