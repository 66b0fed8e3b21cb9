package dev.gator.error;

/** Errors of the contract itself: arguments, cancellation, deadlines, capabilities. */
public enum CallError implements ErrorCode {
    /** A value was refused at construction. */
    BAD_ARGUMENT("GATOR-CALL-001", ErrorCategory.BAD_INPUT, "correct the named value and build it again"),
    /** The call was cancelled. */
    CANCELLED("GATOR-CALL-002", ErrorCategory.CANCELLED, "nothing to do; the caller asked for it"),
    /** The deadline passed. */
    DEADLINE("GATOR-CALL-003", ErrorCategory.TIMEOUT, "allow more time with CallContext.withTimeout or ask for less") {
        @Override
        public boolean retryable() {
            return false; // the same deadline has passed for every further try, too
        }
    },
    /** The model does not offer what the request needs. */
    UNSUPPORTED("GATOR-CALL-004", ErrorCategory.UNSUPPORTED, "choose a model whose card lists the capability"),
    /** A stream was read twice or after it was closed. */
    STREAM_USED("GATOR-CALL-005", ErrorCategory.BAD_INPUT, "open a new stream; a stream is read once"),
    /** A reply was asked for as a type that its text does not hold. */
    NOT_STRUCTURED(
            "GATOR-CALL-006",
            ErrorCategory.PROTOCOL,
            "ask with the record class, so that the schema is sent and the answer repaired"),
    /** The component was closed. */
    CLOSED("GATOR-CALL-007", ErrorCategory.BAD_INPUT, "create a new one; a closed one takes no more work"),
    /** An attachment is larger than the limit. */
    ATTACHMENT_TOO_LARGE(
            "GATOR-CALL-008", ErrorCategory.TOO_LARGE, "send a smaller file or raise the limit where it is read"),
    /** An attachment could not be read. */
    ATTACHMENT_UNREADABLE("GATOR-CALL-009", ErrorCategory.BAD_INPUT, "check that the file exists and can be read"),
    /** The thread was interrupted while it waited. */
    INTERRUPTED("GATOR-CALL-010", ErrorCategory.CANCELLED, "nothing to do; the thread was interrupted");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    CallError(String id, ErrorCategory category, String remedy) {
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
