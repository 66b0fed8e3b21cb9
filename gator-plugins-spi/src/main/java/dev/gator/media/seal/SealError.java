package dev.gator.media.seal;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of sealing. */
public enum SealError implements ErrorCode {
    /** A sealer's manifest does not describe what it returned. */
    FALSE_MANIFEST("GATOR-SEL-001", ErrorCategory.INTERNAL, "correct the sealer: its manifest must fit its bytes"),
    /** Bytes that should be sealed carry no valid seal. */
    NOT_SEALED("GATOR-SEL-002", ErrorCategory.BAD_INPUT, "use a file that this SDK sealed and nobody changed"),
    /** The sealer cannot seal this kind of media. */
    UNSUPPORTED_TYPE("GATOR-SEL-003", ErrorCategory.UNSUPPORTED, "ask the model for a format that the sealer knows"),
    /** A sealed file could not be written. */
    NOT_WRITTEN("GATOR-SEL-004", ErrorCategory.STORAGE, "check that the folder exists and has room");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    SealError(String id, ErrorCategory category, String remedy) {
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
