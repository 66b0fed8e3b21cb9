package dev.gator.resilience;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Why a protection refused a call. The refused call was not made. */
public enum ResilienceError implements ErrorCode {
    /** The circuit of the model is open. */
    BREAKER_OPEN(
            "GATOR-RES-001",
            ErrorCategory.UNAVAILABLE,
            "wait for retryAfter, or let a fallback take over; the model failed too often") {
        @Override
        public boolean retryable() {
            return false; // asking the same model again at once is what the breaker prevents
        }
    },
    /** All places and the whole queue are taken. */
    QUEUE_FULL(
            "GATOR-RES-002", ErrorCategory.RATE_LIMITED, "send less at once, or allow more places or a longer queue"),
    /** No place became free in time. */
    QUEUE_TIMEOUT("GATOR-RES-003", ErrorCategory.RATE_LIMITED, "send less at once, or allow a longer wait"),
    /** A rate limit on this side is used up. */
    RATE_EXCEEDED("GATOR-RES-004", ErrorCategory.RATE_LIMITED, "wait for retryAfter, or raise the limit"),
    /** One call asks for more than a limit ever holds. */
    NEVER_FITS("GATOR-RES-005", ErrorCategory.TOO_LARGE, "ask for less in one call, or raise the limit"),
    /** Every model of a fallback failed, and at least one may do better a moment later. */
    NONE_ANSWERED("GATOR-RES-006", ErrorCategory.UNAVAILABLE, "try again later; the causes are attached"),
    /** Every model of a fallback failed, and none will do better without a change. */
    NONE_CAN_ANSWER("GATOR-RES-007", ErrorCategory.CONFIGURATION, "correct the attached causes");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    ResilienceError(String id, ErrorCategory category, String remedy) {
        this.id = id;
        this.category = category;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return category;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
