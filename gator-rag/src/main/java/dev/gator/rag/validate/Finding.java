package dev.gator.rag.validate;

import dev.gator.rag.script.ReelField;

/**
 * Something about a script.
 *
 * @param severity how bad it is
 * @param field where
 * @param message what, in words that a model and a person understand
 */
public record Finding(Severity severity, ReelField field, String message) {

    static Finding error(ReelField field, String message) {
        return new Finding(Severity.ERROR, field, message);
    }

    static Finding warning(ReelField field, String message) {
        return new Finding(Severity.WARNING, field, message);
    }

    /** Returns whether the script may not be used because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns field and message. */
    @Override
    public String toString() {
        return field.key() + ": " + message;
    }
}
