package dev.gator.media;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of making media. */
public enum MediaError implements ErrorCode {
    /** The service gave a job up. */
    JOB_FAILED("GATOR-MED-001", ErrorCategory.UNAVAILABLE, "order it again, or let another model try"),
    /** A text is no ticket of a job. */
    BAD_TICKET("GATOR-MED-002", ErrorCategory.BAD_INPUT, "use the ticket's own text, whole"),
    /** A ticket belongs to another tenant or user. */
    OTHER_OWNER("GATOR-MED-003", ErrorCategory.PERMISSION, "resume the job as the owner who ordered it"),
    /** A ticket belongs to another model. */
    OTHER_MODEL("GATOR-MED-004", ErrorCategory.BAD_INPUT, "resume the job with the model that the ticket names"),
    /** The service no longer knows a job. */
    JOB_GONE("GATOR-MED-005", ErrorCategory.NOT_FOUND, "order it again; services keep results for a limited time");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    MediaError(String id, ErrorCategory category, String remedy) {
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
