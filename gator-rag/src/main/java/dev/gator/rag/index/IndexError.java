package dev.gator.rag.index;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of the embedded indexes, beside those of every store. */
public enum IndexError implements ErrorCode {
    /** Another store has the folder open, in this process or in another one. */
    IN_USE(
            "GATOR-IDX-001",
            ErrorCategory.STORAGE,
            "close the other store first, or give each process a folder of its own");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    IndexError(String id, ErrorCategory category, String remedy) {
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
