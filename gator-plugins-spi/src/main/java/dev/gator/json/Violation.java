package dev.gator.json;

/**
 * One way in which a document breaks a schema, worded so that a model can repair it.
 *
 * @param path where, as {@code $.items[2].name}
 * @param message what is wrong there and what is allowed
 */
public record Violation(String path, String message) {

    /** Returns path and message in one line. */
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
