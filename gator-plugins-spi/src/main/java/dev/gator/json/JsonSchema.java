package dev.gator.json;

/** Signatures until the real file of the JSON room replaces this one (take the other side in a conflict). */
public final class JsonSchema {
    private JsonSchema() {}

    /** Signature. */
    public static JsonSchema of(Class<?> type) {
        return new JsonSchema();
    }

    /** Signature. */
    public static JsonSchema parse(String json) {
        return new JsonSchema();
    }

    /** Signature. */
    public Json json() {
        return JsonObject.empty();
    }

    /** Signature. */
    public String name() {
        return "";
    }
}
