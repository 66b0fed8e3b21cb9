package dev.gator.store;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of stores. */
public enum StoreError implements ErrorCode {
    /** There is no such conversation, node, blob, job or collection of this owner. */
    NOT_FOUND(
            "GATOR-STO-001",
            ErrorCategory.NOT_FOUND,
            "check the id and the owner; another owner's things are not found"),
    /** Somebody else changed it in the meantime. */
    CONFLICT("GATOR-STO-002", ErrorCategory.BAD_INPUT, "read it again, apply the change and try once more"),
    /** The id is taken by something else. */
    DUPLICATE("GATOR-STO-003", ErrorCategory.BAD_INPUT, "use another id, or send exactly what was sent before"),
    /** The state does not allow it. */
    WRONG_STATE("GATOR-STO-004", ErrorCategory.BAD_INPUT, "change the state first, if it may be changed"),
    /** The worker no longer holds the job. */
    LEASE_LOST("GATOR-STO-005", ErrorCategory.BAD_INPUT, "stop the work; another worker has the job, or it is over"),
    /** A vector has another number of dimensions than its collection. */
    WRONG_DIMENSIONS("GATOR-STO-006", ErrorCategory.BAD_INPUT, "use one embedding model for each collection"),
    /** More bytes than allowed. */
    TOO_LARGE("GATOR-STO-007", ErrorCategory.TOO_LARGE, "store less, or raise the limit"),
    /** The place where a page should begin was not given by this store. */
    BAD_CURSOR("GATOR-STO-008", ErrorCategory.BAD_INPUT, "use the cursor of the page before, unchanged"),
    /** The store could not read or write. */
    IO("GATOR-STO-009", ErrorCategory.STORAGE, "check the disk or the database that the message names"),
    /** What was read back is not what was written. */
    CORRUPT("GATOR-STO-010", ErrorCategory.STORAGE, "restore a backup, or rebuild the index from its source") {
        @Override
        public boolean retryable() {
            return false; // damage stays
        }
    },
    /** The store does not offer this. */
    UNSUPPORTED("GATOR-STO-011", ErrorCategory.UNSUPPORTED, "use a store that has the capability");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    StoreError(String id, ErrorCategory category, String remedy) {
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
