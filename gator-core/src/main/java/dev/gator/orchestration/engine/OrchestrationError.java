package dev.gator.orchestration.engine;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Why a strategy has no answer. */
public enum OrchestrationError implements ErrorCode {
    /** No candidate of a router can serve the request. */
    NO_ROUTE(
            "GATOR-ORC-001",
            ErrorCategory.UNSUPPORTED,
            "add a model that has what the request needs, or relax the named condition"),
    /** Too many voters failed. */
    NO_QUORUM("GATOR-ORC-002", ErrorCategory.UNAVAILABLE, "look at the named failures, or lower the quorum"),
    /** No position has the share of votes that was asked for. */
    NO_AGREEMENT(
            "GATOR-ORC-003",
            ErrorCategory.UNAVAILABLE,
            "read the positions with the typed call, add a member, or choose a rule for undecided votes") {
        @Override
        public boolean retryable() {
            return false; // the same members would be paid again for the same dispute; another model may settle it
        }
    },
    /** A plan depends on itself or on a step that it lacks. */
    BAD_PLAN("GATOR-ORC-004", ErrorCategory.PROTOCOL, "allow one more plan, or use a stronger planner"),
    /** Code that the application passed in, or a model outside the contract, threw something unexpected. */
    DEFECT("GATOR-ORC-005", ErrorCategory.INTERNAL, "read the cause; models and callbacks throw only GatorException");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    OrchestrationError(String id, ErrorCategory category, String remedy) {
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
