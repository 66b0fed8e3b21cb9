package dev.gator.json;

import dev.gator.error.GatorException;

/** How the parsers leave a text that is not JSON: cheap to throw, turned into a {@link GatorException} at the door. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final JsonError error;
    private final long position;

    Malformed(JsonError error, String complaint, long position) {
        super(complaint, null, false, false);
        this.error = error;
        this.position = position;
    }

    long position() {
        return position;
    }

    Malformed movedTo(long other) {
        return new Malformed(error, String.valueOf(getMessage()), other);
    }

    GatorException within(String text) {
        return new GatorException(error, getMessage() + " " + Excerpt.at(text, (int) position));
    }

    GatorException inStream() {
        return new GatorException(error, getMessage() + " at character " + position + " of the stream");
    }
}
