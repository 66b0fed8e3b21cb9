package dev.gator.testing;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What a test can get wrong with the tools of this package. */
public enum TestingError implements ErrorCode {
    /** A scripted model was asked more often than its script has lines. */
    SCRIPT_EXHAUSTED("GATOR-TST-001", ErrorCategory.BAD_INPUT, "add a line to the script, or an otherwise()"),
    /** Something that a test waited for did not happen. */
    WAITED_IN_VAIN(
            "GATOR-TST-002", ErrorCategory.TIMEOUT, "look for what should have happened; ten seconds have passed");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    TestingError(String id, ErrorCategory category, String remedy) {
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
