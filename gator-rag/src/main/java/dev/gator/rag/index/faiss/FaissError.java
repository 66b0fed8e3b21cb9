package dev.gator.rag.index.faiss;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong with FAISS. */
public enum FaissError implements ErrorCode {
    /** The native library is not there, or does not fit this machine. */
    NO_LIBRARY(
            "GATOR-FAI-001",
            ErrorCategory.CONFIGURATION,
            "add the jar of gator-rag with the classifier linux-amd64-faiss (mvn -Pfaiss builds it), or name a library of your"
                    + " own with -Dgator.faiss.library; LuceneStore needs none"),
    /** FAISS refused what it was asked for. */
    REFUSED(
            "GATOR-FAI-002",
            ErrorCategory.BAD_INPUT,
            "check the description of the index, such as HNSW32 or IVF256,Flat, and what the message names");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    FaissError(String id, ErrorCategory category, String remedy) {
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
