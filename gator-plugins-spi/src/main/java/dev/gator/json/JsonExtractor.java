package dev.gator.json;

import java.util.Optional;

/** Finds JSON in an answer that should have been nothing but JSON: models wrap it in prose and code fences. */
public final class JsonExtractor {

    private JsonExtractor() {}

    /**
     * Returns the JSON in a text, found in one pass:
     *
     * <ol>
     *   <li>the whole text, if it is JSON;
     *   <li>otherwise the first complete object, or array that holds objects or arrays;
     *   <li>otherwise the first complete array, which may be no more than a citation such as {@code [1]}.
     * </ol>
     *
     * <p>An object that is cut off at the end of the text is not replaced by a part of itself: the answer is then empty.
     * Never throws.
     */
    public static Optional<Json> find(String text) {
        try {
            return Optional.of(JsonParser.parseWhole(text));
        } catch (Malformed e) {
            return search(text);
        }
    }

    private static Optional<Json> search(String text) {
        Optional<Json> flat = Optional.empty();
        int at = next(text, 0);
        while (at < text.length()) {
            int resume;
            try {
                JsonParser.Found found = JsonParser.parseAt(text, at);
                if (isStructured(found.value())) {
                    return Optional.of(found.value());
                }
                flat = flat.or(() -> Optional.of(found.value()));
                resume = found.end();
            } catch (Malformed e) {
                // going on behind what was read keeps this linear and never takes a part of a broken whole
                resume = Math.max(at + 1, (int) e.position());
            }
            at = next(text, resume);
        }
        return flat;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    private static boolean isStructured(Json value) {
        return value instanceof JsonObject
                || (value instanceof JsonArray array
                        && array.stream().anyMatch(item -> item instanceof JsonObject || item instanceof JsonArray));
    }
}
