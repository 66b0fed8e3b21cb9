package dev.gator.json;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** Errors of reading, describing and binding JSON. */
public enum JsonError implements ErrorCode {
    /** The text is not JSON as RFC 8259 defines it. */
    SYNTAX("GATOR-JSN-001", "correct the text at the named position"),
    /** Arrays and objects are nested deeper than the limit. */
    TOO_DEEP("GATOR-JSN-002", "flatten the structure"),
    /** A number is too long, out of range or not finite. */
    BAD_NUMBER("GATOR-JSN-003", "use a finite number of ordinary size"),
    /** A value is of another kind than the one asked for. */
    WRONG_KIND("GATOR-JSN-004", "ask for the kind that is there, or correct the sender"),
    /** An object lacks a member. */
    MISSING_MEMBER("GATOR-JSN-005", "send the member, or read it as optional"),
    /** A schema is malformed or cannot be evaluated. */
    BAD_SCHEMA("GATOR-JSN-006", "correct the schema"),
    /** A Java type has no JSON form here. */
    UNSUPPORTED_TYPE(
            "GATOR-JSN-007",
            "use records, enums, sealed interfaces of records, lists, sets, typed maps or simple values"),
    /** A record lies in a package that is closed to this module. */
    NOT_OPEN("GATOR-JSN-008", "add the named opens clause to your module-info.java"),
    /** A value does not fit the Java type it is read into. */
    DOES_NOT_FIT("GATOR-JSN-009", "send a value that fits the named path"),
    /** The constructor of a record refused the values. */
    REFUSED("GATOR-JSN-010", "send values that the record accepts"),
    /** An object cannot be written as JSON. */
    NOT_WRITABLE("GATOR-JSN-011", "correct the object at the named path");

    private final String id;
    private final String remedy;

    JsonError(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return this == NOT_OPEN ? ErrorCategory.CONFIGURATION : ErrorCategory.BAD_INPUT;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
