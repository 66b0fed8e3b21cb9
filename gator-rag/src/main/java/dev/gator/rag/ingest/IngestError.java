package dev.gator.rag.ingest;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong while documents are ingested; files that cannot be read have errors of their own. */
public enum IngestError implements ErrorCode {
    /** A folder could not be listed, so that nobody knows what is in it. */
    FOLDER_UNREADABLE("GATOR-ING-001", ErrorCategory.NOT_FOUND, "check that the folder exists and can be read"),
    /** A parser, a chunker or an origin of the application failed in a way that is not Gator's. */
    DEFECT("GATOR-ING-002", ErrorCategory.INTERNAL, "see the cause: the extension that it names is broken"),
    /** An embedding model gave another number of vectors than there were texts. */
    WRONG_COUNT("GATOR-ING-003", ErrorCategory.PROTOCOL, "report it to whoever made the embedding model");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    IngestError(String id, ErrorCategory category, String remedy) {
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
