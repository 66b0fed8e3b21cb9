package dev.gator.json;

/**
 * A JSON string.
 *
 * @param value the text, without quotes and escapes
 */
public record JsonString(String value) implements Json {

    @Override
    public String kind() {
        return "a string";
    }

    @Override
    public String asString() {
        return value;
    }

    @Override
    public String toString() {
        return JsonWriter.write(this, JsonWriter.Layout.COMPACT);
    }
}
