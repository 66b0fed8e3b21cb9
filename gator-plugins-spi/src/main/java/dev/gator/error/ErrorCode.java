package dev.gator.error;

/**
 * A stable, documented reason for a failure. Modules and plugins implement this with an enum.
 *
 * <p>Ids look like {@code GATOR-PRV-003}; once published an id keeps its meaning for ever.
 */
public interface ErrorCode {

    /** Returns the stable id, such as {@code GATOR-PRV-003}. */
    String id();

    /** Returns the category that retry, fallback and alerting decide by. */
    ErrorCategory category();

    /** Returns one sentence that tells the reader what to do. */
    String remedy();

    /** Returns whether the same call may succeed a moment later; the category's answer unless a code is stricter. */
    default boolean retryable() {
        return category().retryable();
    }
}
