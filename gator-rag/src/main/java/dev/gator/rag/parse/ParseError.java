package dev.gator.rag.parse;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong between a file and a document. */
public enum ParseError implements ErrorCode {
    /** Nobody reads files of this kind. */
    UNKNOWN_TYPE(
            "GATOR-PAR-001", ErrorCategory.UNSUPPORTED, "save it in a common format or add a parser with Parsers.with"),
    /** The file is not what it claims to be, or only a part of it. */
    BROKEN("GATOR-PAR-002", ErrorCategory.BAD_INPUT, "check that the program it was made with still opens it"),
    /** The file holds more than the limits allow. */
    TOO_LARGE("GATOR-PAR-003", ErrorCategory.TOO_LARGE, "split it, or raise the named limit in ParseLimits"),
    /** The file tries to make its reader unpack without end or open something else. */
    HOSTILE("GATOR-PAR-004", ErrorCategory.REFUSED, "do not trust it; if you know the sender, have it saved anew"),
    /** The file cannot be read without a password. */
    ENCRYPTED("GATOR-PAR-005", ErrorCategory.BAD_INPUT, "save a copy without the password"),
    /** The library that reads this kind of file is not on the class path. */
    MISSING_LIBRARY("GATOR-PAR-006", ErrorCategory.CONFIGURATION, "add the named dependency to your build"),
    /** The file cannot be opened. */
    UNREADABLE("GATOR-PAR-007", ErrorCategory.NOT_FOUND, "check that it exists and may be read");

    private final String id;
    private final ErrorCategory category;
    private final String remedy;

    ParseError(String id, ErrorCategory category, String remedy) {
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
