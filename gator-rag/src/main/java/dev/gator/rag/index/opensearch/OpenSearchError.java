package dev.gator.rag.index.opensearch;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong between this process and OpenSearch. */
public enum OpenSearchError implements ErrorCode {
    /** There was no answer. */
    NO_ANSWER("GATOR-OSE-001", ErrorCategory.NETWORK, "check the address, the network and that the cluster is up"),
    /** The user or the password is wrong, or may not do this. */
    NO_ACCESS(
            "GATOR-OSE-002",
            ErrorCategory.AUTHENTICATION,
            "check user and password; the role needs read, write and create_index on the indices of the prefix"),
    /** The cluster has too much to do, or is not ready. */
    BUSY("GATOR-OSE-003", ErrorCategory.UNAVAILABLE, "try again a moment later, with fewer callers at once"),
    /** OpenSearch refused what it was asked for. */
    REFUSED(
            "GATOR-OSE-004",
            ErrorCategory.STORAGE,
            "read the type of error that the message names in OpenSearch's log; the k-NN plugin must be installed") {
        @Override
        public boolean retryable() {
            return false; // the same request is refused again
        }
    },
    /** What came back is not what OpenSearch documents. */
    BAD_ANSWER(
            "GATOR-OSE-005",
            ErrorCategory.PROTOCOL,
            "check that the address is OpenSearch 2.17 or later, and no proxy in front of it answers");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    OpenSearchError(String id, ErrorCategory category, String remedy) {
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
