package dev.gator.tck;

import dev.gator.error.ErrorCode;
import dev.gator.error.ProviderError;

/** What a service may answer in place of an answer, and which errors a client may make of it. */
public enum WireFailure {
    /** The key is wrong. */
    WRONG_KEY(401, ProviderError.BAD_KEY),
    /** The key is right, but may not do this. */
    FORBIDDEN(403, ProviderError.FORBIDDEN),
    /** There is no such model. */
    UNKNOWN_MODEL(404, ProviderError.UNKNOWN_MODEL),
    /** The prompt does not fit the model's window. */
    CONTEXT_TOO_LONG(400, ProviderError.CONTEXT_TOO_LONG),
    /** The request is wrong. */
    BAD_REQUEST(400, ProviderError.BAD_REQUEST),
    /** The request has too many bytes. */
    TOO_LARGE(413, ProviderError.REQUEST_TOO_LARGE, ProviderError.CONTEXT_TOO_LONG),
    /** The request is well formed, but makes no sense. */
    UNPROCESSABLE(422, ProviderError.BAD_REQUEST),
    /** Too many requests. */
    RATE_LIMITED(429, ProviderError.RATE_LIMITED),
    /** The account has no credit left. */
    QUOTA_EXHAUSTED(429, ProviderError.QUOTA_EXHAUSTED),
    /** The policy of the service forbids the content. */
    CONTENT_REFUSED(400, ProviderError.CONTENT_REFUSED),
    /** The service broke down. */
    SERVER_ERROR(500, ProviderError.SERVER_ERROR),
    /** A gateway in front of the service did not reach it. */
    BAD_GATEWAY(502, ProviderError.SERVER_ERROR, ProviderError.OVERLOADED),
    /** The service is down. */
    UNAVAILABLE(503, ProviderError.OVERLOADED, ProviderError.SERVER_ERROR),
    /** The service has too much to do. */
    OVERLOADED(529, ProviderError.OVERLOADED, ProviderError.SERVER_ERROR);

    private final int status;
    private final ProviderError code;
    private final ProviderError other;

    WireFailure(int status, ProviderError code) {
        this(status, code, code);
    }

    WireFailure(int status, ProviderError code, ProviderError other) {
        this.status = status;
        this.code = code;
        this.other = other;
    }

    /** Returns the usual HTTP status; a dialect uses the one that its service really sends. */
    public int status() {
        return status;
    }

    /** Returns whether a client may make that of it. */
    public boolean allows(ErrorCode made) {
        return made == code || made == other;
    }
}
