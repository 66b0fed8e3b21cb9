package dev.gator.persona;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong with stored personas and templates. */
public enum PersonaError implements ErrorCode {
    /** No persona has that id. */
    UNKNOWN_PERSONA("GATOR-PER-001", ErrorCategory.NOT_FOUND, "list the personas and correct the id"),
    /** Somebody else has stored a version in the meantime, or the version is not the next one. */
    VERSION_CONFLICT("GATOR-PER-002", ErrorCategory.BAD_INPUT, "load the latest version, edit that one, save again"),
    /** A stored persona or a template cannot be read. */
    UNREADABLE("GATOR-PER-003", ErrorCategory.BAD_INPUT, "correct the named member of the JSON"),
    /** No template has that name. */
    UNKNOWN_TEMPLATE("GATOR-PER-004", ErrorCategory.NOT_FOUND, "use one of the named templates or add your own"),
    /** The store's files cannot be read or written. */
    STORE_FAILED("GATOR-PER-005", ErrorCategory.STORAGE, "check the directory's permissions and free space");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    PersonaError(String id, ErrorCategory category, String remedy) {
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
