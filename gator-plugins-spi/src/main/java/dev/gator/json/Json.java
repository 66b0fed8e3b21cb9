package dev.gator.json;

import dev.gator.error.GatorException;
import java.math.BigDecimal;

/**
 * A JSON value. Values are immutable, safe to share between threads, and never nested deeper than 512 levels, so no
 * operation on them can overflow the stack.
 *
 * <p>{@link #toString()} is compact JSON. Objects are equal whatever the order of their members, numbers are equal when
 * their values are ({@code 1} equals {@code 1.0}).
 *
 * <pre>{@code
 * Json reply = Json.parse("{\"city\":\"Basel\",\"days\":3}");
 * String city = reply.asObject().string("city");
 * }</pre>
 */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** The deepest nesting of arrays and objects that a value may have. */
    int MAX_DEPTH = 512;

    /**
     * Reads one JSON text strictly as RFC 8259 defines it. Of members with the same name the last one counts.
     *
     * @throws GatorException with {@link JsonError#SYNTAX}, {@link JsonError#TOO_DEEP} or {@link JsonError#BAD_NUMBER};
     *     the message names line, column and a short excerpt
     */
    static Json parse(String text) {
        return JsonParser.parse(text);
    }

    /** Returns a string value. */
    static JsonString of(String value) {
        return new JsonString(value);
    }

    /** Returns a whole number. */
    static JsonNumber of(long value) {
        return JsonNumber.of(value);
    }

    /** Returns a number; refuses infinities and NaN with {@link JsonError#BAD_NUMBER}. */
    static JsonNumber of(double value) {
        return JsonNumber.of(value);
    }

    /** Returns a truth value. */
    static JsonBool of(boolean value) {
        return JsonBool.of(value);
    }

    /** Returns a number that keeps every digit. */
    static JsonNumber of(BigDecimal value) {
        return JsonNumber.of(value);
    }

    /** Returns the JSON null. */
    static JsonNull nul() {
        return JsonNull.NULL;
    }

    /** Returns what this is, in words for messages: {@code an object}, {@code a string}, {@code null}. */
    String kind();

    /** Returns this as an object, or throws {@link JsonError#WRONG_KIND} naming what it is. */
    default JsonObject asObject() {
        throw wrongKind("an object");
    }

    /** Returns this as an array, or throws {@link JsonError#WRONG_KIND} naming what it is. */
    default JsonArray asArray() {
        throw wrongKind("an array");
    }

    /** Returns the text of this string, or throws {@link JsonError#WRONG_KIND} naming what it is. */
    default String asString() {
        throw wrongKind("a string");
    }

    /** Returns this as a number, or throws {@link JsonError#WRONG_KIND} naming what it is. */
    default JsonNumber asNumber() {
        throw wrongKind("a number");
    }

    /** Returns this whole number, or throws {@link JsonError#WRONG_KIND} or {@link JsonError#BAD_NUMBER}. */
    default long asLong() {
        return asNumber().longValue();
    }

    /** Returns this number as a double, or throws {@link JsonError#WRONG_KIND} or {@link JsonError#BAD_NUMBER}. */
    default double asDouble() {
        return asNumber().doubleValue();
    }

    /** Returns this truth value, or throws {@link JsonError#WRONG_KIND} naming what it is. */
    default boolean asBoolean() {
        throw wrongKind("a boolean");
    }

    /** Returns whether this is the JSON null. */
    default boolean isNull() {
        return false;
    }

    /** Returns this as compact JSON. */
    @Override
    String toString();

    /** Returns this as JSON on several lines, indented by two spaces, for people to read. */
    default String pretty() {
        return JsonWriter.write(this, JsonWriter.Layout.PRETTY);
    }

    /**
     * Returns the one text that all equal values share: compact, members sorted by name, numbers normalised. Meant for
     * cache keys and digests.
     */
    default String canonical() {
        return JsonWriter.write(this, JsonWriter.Layout.CANONICAL);
    }

    private GatorException wrongKind(String wanted) {
        return new GatorException(JsonError.WRONG_KIND, "expected " + wanted + " but found " + kind());
    }
}
