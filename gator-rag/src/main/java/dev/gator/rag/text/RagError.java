package dev.gator.rag.text;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong between a brief and a script. */
public enum RagError implements ErrorCode {
    /** There are no words of that language. */
    NO_LANGUAGE("GATOR-RAG-001", ErrorCategory.UNSUPPORTED, "ask for one of the languages that are named"),
    /** Examples in a file do not have the expected form. */
    BAD_EXAMPLES("GATOR-RAG-002", ErrorCategory.BAD_INPUT, "correct the line that is named"),
    /** The rules leave nothing that could be written. */
    NOT_WRITABLE("GATOR-RAG-003", ErrorCategory.BAD_INPUT, "ban fewer words or shorten the offer"),
    /** No attempt of a model could be read as a script. */
    NO_SCRIPT("GATOR-RAG-004", ErrorCategory.PROTOCOL, "try again, or choose a model that can be held to a schema"),
    /** A file that belongs to Gator is missing or broken. */
    BROKEN_DATA("GATOR-RAG-005", ErrorCategory.INTERNAL, "report it: the jar of gator-rag is not whole"),
    /** Gator's own examples are read by all owners and written by none. */
    SHIPPED_EXAMPLE("GATOR-RAG-020", ErrorCategory.BAD_INPUT, "add an example of your own under another id");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    RagError(String id, ErrorCategory category, String remedy) {
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
