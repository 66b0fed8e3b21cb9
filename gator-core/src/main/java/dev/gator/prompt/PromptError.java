package dev.gator.prompt;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong between a template and an answer. */
public enum PromptError implements ErrorCode {
    /** A template cannot be read. */
    BAD_TEMPLATE("GATOR-PRM-001", ErrorCategory.BAD_INPUT, "correct the named place of the template"),
    /** A slot of the template was not filled. */
    MISSING_SLOT("GATOR-PRM-002", ErrorCategory.BAD_INPUT, "give the named slot a value"),
    /** A value was given for a slot that the template does not have. */
    UNKNOWN_SLOT("GATOR-PRM-003", ErrorCategory.BAD_INPUT, "remove the value or correct the name of the slot"),
    /** No template has that name or version. */
    UNKNOWN_TEMPLATE("GATOR-PRM-004", ErrorCategory.NOT_FOUND, "list the names of the library and correct the name"),
    /** The model's answer does not fit the schema, although it was told what is wrong. */
    NOT_REPAIRED(
            "GATOR-PRM-005", ErrorCategory.PROTOCOL, "allow more repairs, simplify the record or use a stronger model");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    PromptError(String id, ErrorCategory category, String remedy) {
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
