package dev.gator.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Java type that is one JSON value: how it is described, read and written.
 *
 * @param type the Java type, boxed
 * @param schema the schema of a value
 * @param expected what a message calls a proper value
 * @param reader from JSON; throws any runtime exception when the value does not fit
 * @param writer to JSON
 */
record Leaf<T>(Class<T> type, JsonObject schema, String expected, Function<Json, T> reader, Function<T, Json> writer) {

    private static final List<Leaf<?>> ALL = List.of(
            new Leaf<>(String.class, type("string"), "a string", Json::asString, Json::of),
            new Leaf<>(Boolean.class, type("boolean"), "true or false", Json::asBoolean, Json::of),
            new Leaf<>(Byte.class, type("integer"), "a whole 8-bit number", Leaf::toByte, Json::of),
            new Leaf<>(Short.class, type("integer"), "a whole 16-bit number", Leaf::toShort, Json::of),
            new Leaf<>(Integer.class, type("integer"), "a whole 32-bit number", Leaf::toInt, Json::of),
            new Leaf<>(
                    Long.class,
                    type("integer"),
                    "a whole 64-bit number",
                    json -> number(json).longValue(),
                    Json::of),
            new Leaf<>(
                    BigInteger.class, type("integer"), "a whole number", Leaf::toBig, v -> Json.of(new BigDecimal(v))),
            new Leaf<>(Float.class, type("number"), "a number", Leaf::toFloat, Leaf::ofFloat),
            new Leaf<>(
                    Double.class,
                    type("number"),
                    "a number",
                    json -> number(json).doubleValue(),
                    Json::of),
            new Leaf<>(
                    BigDecimal.class,
                    type("number"),
                    "a number",
                    json -> number(json).decimal(),
                    Json::of),
            new Leaf<>(
                    LocalDate.class,
                    format("date"),
                    "a date such as 2024-05-31",
                    json -> LocalDate.parse(json.asString()),
                    v -> Json.of(v.toString())),
            new Leaf<>(
                    Instant.class,
                    format("date-time"),
                    "a time such as 2024-05-31T12:00:00Z",
                    json -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(json.asString(), Instant::from),
                    v -> Json.of(v.toString())),
            new Leaf<>(
                    Duration.class,
                    format("duration"),
                    "a duration such as PT1H30M",
                    json -> Duration.parse(json.asString()),
                    v -> Json.of(v.toString())),
            new Leaf<>(
                    URI.class, format("uri"), "a URI", json -> URI.create(json.asString()), v -> Json.of(v.toString())),
            new Leaf<>(Json.class, JsonObject.empty(), "a value", json -> json, v -> v),
            new Leaf<>(JsonObject.class, type("object"), "an object", Json::asObject, v -> v));

    private static final Map<Class<?>, Leaf<?>> BY_TYPE = byType();

    /** Returns the leaf of a Java type, or null when the type is not one. */
    static @Nullable Leaf<?> of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    T read(Json json) {
        return reader.apply(json);
    }

    Json write(Object value) {
        return writer.apply(type.cast(value));
    }

    boolean isNumeric() {
        return Number.class.isAssignableFrom(type);
    }

    private static Map<Class<?>, Leaf<?>> byType() {
        Map<Class<?>, Leaf<?>> leaves = new HashMap<>();
        ALL.forEach(leaf -> leaves.put(leaf.type(), leaf));
        Map.of(
                        boolean.class, Boolean.class,
                        byte.class, Byte.class,
                        short.class, Short.class,
                        int.class, Integer.class,
                        long.class, Long.class,
                        float.class, Float.class,
                        double.class, Double.class)
                .forEach((primitive, boxed) -> leaves.put(primitive, leaves.get(boxed)));
        return Map.copyOf(leaves);
    }

    private static JsonObject type(String type) {
        return JsonObject.builder().put("type", type).build();
    }

    private static JsonObject format(String format) {
        return type("string").with("format", Json.of(format));
    }

    /** Takes a number from a number or, as models like to send it, from a string that holds exactly one. */
    private static JsonNumber number(Json json) {
        return json instanceof JsonString string ? Json.parse(string.value()).asNumber() : json.asNumber();
    }

    private static byte toByte(Json json) {
        return new BigDecimal(number(json).longValue()).byteValueExact();
    }

    private static short toShort(Json json) {
        return new BigDecimal(number(json).longValue()).shortValueExact();
    }

    private static int toInt(Json json) {
        return number(json).intValue();
    }

    private static BigInteger toBig(Json json) {
        return number(json).decimal().toBigIntegerExact();
    }

    private static float toFloat(Json json) {
        float value = Float.parseFloat(number(json).toString());
        if (!Float.isFinite(value)) {
            throw new ArithmeticException("beyond the range of a float");
        }
        return value;
    }

    private static Json ofFloat(Float value) {
        return Float.isFinite(value) ? Json.of(new BigDecimal(value.toString())) : Json.of((double) value);
    }
}
