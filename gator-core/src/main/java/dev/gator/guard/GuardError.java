package dev.gator.guard;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What the guards refuse. */
public enum GuardError implements ErrorCode {
    /** Something is not allowed at any rating; the message says no more on purpose. */
    CONTENT_NOT_ALLOWED("GATOR-GRD-001", ErrorCategory.REFUSED, "this cannot be allowed by any setting"),
    /** More was asked for than the strictest rule allows. */
    RATING_TOO_HIGH("GATOR-GRD-002", ErrorCategory.REFUSED, "ask for a rating that all rules allow"),
    /** The platform rules cannot be read. */
    BAD_PLATFORM_RULES("GATOR-GRD-003", ErrorCategory.CONFIGURATION, "correct the named entry of the platform rules");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    GuardError(String id, ErrorCategory category, String remedy) {
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
