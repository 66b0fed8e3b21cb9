package dev.gator.json;

import dev.gator.error.GatorException;

/** Keeps every value within the depth limit from its birth, so that recursion over values is always safe. */
final class Nesting {

    private Nesting() {}

    /** Returns the depth of a container of these values. */
    static int above(Iterable<? extends Json> values) {
        int deepest = 0;
        for (Json value : values) {
            deepest = Math.max(deepest, of(value));
        }
        if (deepest >= Json.MAX_DEPTH) {
            throw tooDeep();
        }
        return deepest + 1;
    }

    static GatorException tooDeep() {
        return new GatorException(JsonError.TOO_DEEP, "values are nested deeper than " + Json.MAX_DEPTH + " levels");
    }

    private static int of(Json value) {
        if (value instanceof JsonObject object) {
            return object.depth();
        }
        return value instanceof JsonArray array ? array.depth() : 0;
    }
}
