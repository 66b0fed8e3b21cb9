package dev.gator.json;

import java.util.Optional;

/** Signatures until the real file of the JSON room replaces this one (take the other side in a conflict). */
public final class JsonExtractor {
    private JsonExtractor() {}

    /** Signature. */
    public static Optional<Json> find(String text) {
        return Optional.of(Json.parse(text));
    }
}
