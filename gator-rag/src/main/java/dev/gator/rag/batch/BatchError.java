package dev.gator.rag.batch;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong with a batch. */
public enum BatchError implements ErrorCode {
    /** A library that batches stand on is not there. */
    LIBRARY_MISSING("GATOR-BAT-001", ErrorCategory.CONFIGURATION, "add the Maven dependency that is named"),
    /** The database is neither SQLite nor PostgreSQL. */
    UNKNOWN_DATABASE(
            "GATOR-BAT-002", ErrorCategory.CONFIGURATION, "pass a DataSource for PostgreSQL, or a SQLite file"),
    /** The database did not do what it was asked to. */
    DATABASE("GATOR-BAT-003", ErrorCategory.STORAGE, "check the database that the message names"),
    /** An item of that key was ordered before, with another brief. */
    OTHER_BRIEF("GATOR-BAT-004", ErrorCategory.BAD_INPUT, "use another key, or another name for the batch"),
    /** The owner has no batch of that name. */
    NO_BATCH("GATOR-BAT-005", ErrorCategory.NOT_FOUND, "check name and owner; another owner's batches are not found"),
    /** The tables are of a later version of Gator. */
    NEWER_TABLES(
            "GATOR-BAT-006",
            ErrorCategory.CONFIGURATION,
            "use the version of Gator that made the tables, or a later one"),
    /** The batches are closed. */
    CLOSED("GATOR-BAT-007", ErrorCategory.BAD_INPUT, "open the batches again; what was ordered is still there");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    BatchError(String id, ErrorCategory category, String remedy) {
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
