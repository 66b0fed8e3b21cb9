package dev.gator.rag.studio.document;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong with a script that is already written. */
public enum StudioError implements ErrorCode {
    /** The user sees the document but may not do this to it. */
    NOT_ALLOWED("GATOR-STU-001", ErrorCategory.PERMISSION, "ask the document's author to share it with that access"),
    /** A comment points to words that are not there. */
    BAD_ANCHOR("GATOR-STU-002", ErrorCategory.BAD_INPUT, "point to characters of the newest version"),
    /** There is no room for another version, comment or change. */
    FULL("GATOR-STU-003", ErrorCategory.TOO_LARGE, "begin a new document with the newest version");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    StudioError(String id, ErrorCategory category, String remedy) {
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
