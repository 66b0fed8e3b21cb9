package dev.gator.json;

/**
 * A JSON truth value.
 *
 * @param value the value
 */
public record JsonBool(boolean value) implements Json {

    private static final JsonBool TRUE = new JsonBool(true);
    private static final JsonBool FALSE = new JsonBool(false);

    static JsonBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String kind() {
        return "a boolean";
    }

    @Override
    public boolean asBoolean() {
        return value;
    }

    @Override
    public String toString() {
        return value ? "true" : "false";
    }
}
