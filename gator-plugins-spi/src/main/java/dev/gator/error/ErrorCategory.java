package dev.gator.error;

/**
 * What kind of trouble an error is. Retry, fallback and alerting decide by category, never by message text.
 *
 * <p>The two flags are the defaults of the category; a single code may be stricter (see {@link ErrorCode#retryable()}).
 */
public enum ErrorCategory {
    /** The caller passed something unusable; the same call will fail again, anywhere. */
    BAD_INPUT(false, false),
    /** Something is missing or wrong in the set-up: a key, a file, a dependency. */
    CONFIGURATION(false, true),
    /** The provider did not accept the credentials. */
    AUTHENTICATION(false, true),
    /** A model, store entry or file that does not exist. */
    NOT_FOUND(false, true),
    /** The provider, or a limiter on this side, asks to slow down. */
    RATE_LIMITED(true, true),
    /** The other side is up but cannot serve now. */
    UNAVAILABLE(true, true),
    /** A deadline passed or an answer did not come in time. */
    TIMEOUT(true, true),
    /** The caller cancelled. */
    CANCELLED(false, false),
    /** The connection could not be made or broke. */
    NETWORK(true, true),
    /** The other side answered with something that is not its documented format. */
    PROTOCOL(true, true),
    /** The request does not fit the model's window or the provider's size limit. */
    TOO_LARGE(false, true),
    /** The model lacks what the request asks for. */
    UNSUPPORTED(false, true),
    /** The provider or a guard refused the content. */
    REFUSED(false, false),
    /** Money, tokens, calls or time would exceed what was granted. */
    BUDGET(false, false),
    /** The caller, tenant or plugin may not do this. */
    PERMISSION(false, false),
    /** No valid consent grant covers this. */
    CONSENT(false, false),
    /** A tool failed. */
    TOOL(false, false),
    /** A store could not read or write. */
    STORAGE(true, false),
    /** A defect in Gator or an extension. */
    INTERNAL(false, false);

    private final boolean retryable;
    private final boolean worthAnother;

    ErrorCategory(boolean retryable, boolean worthAnother) {
        this.retryable = retryable;
        this.worthAnother = worthAnother;
    }

    /** Returns whether the same call to the same model may succeed a moment later. */
    public boolean retryable() {
        return retryable;
    }

    /** Returns whether another model or provider may succeed where this one failed; a fallback asks this. */
    public boolean worthAnother() {
        return worthAnother;
    }
}
