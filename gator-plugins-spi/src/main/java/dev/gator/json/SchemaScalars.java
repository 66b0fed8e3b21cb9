package dev.gator.json;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The keywords that look at one value alone: type, enum, const, bounds, pattern and format. */
final class SchemaScalars {

    private final BiConsumer<JsonPath, String> report;

    SchemaScalars(BiConsumer<JsonPath, String> report) {
        this.report = report;
    }

    void check(JsonObject schema, Json value, JsonPath path) {
        Optional<Json> only = schema.get("const");
        if (only.isPresent() && !only.get().equals(value)) {
            report.accept(path, "must be " + Excerpt.shorten(only.get().toString(), 80));
        }
        if (schema.get("enum").orElse(Json.nul()) instanceof JsonArray choices
                && !choices.items().contains(value)) {
            report.accept(path, "must be one of " + Excerpt.shorten(choices.toString(), 400));
        }
        if (value instanceof JsonString text) {
            text(schema, text.value(), path);
        } else if (value instanceof JsonNumber number) {
            BigDecimal decimal = number.decimal();
            bound(schema, "minimum", decimal, path, "");
            bound(schema, "maximum", decimal, path, "");
            bound(schema, "exclusiveMinimum", decimal, path, "");
            bound(schema, "exclusiveMaximum", decimal, path, "");
        }
    }

    void bound(JsonObject schema, String keyword, long actual, JsonPath path, String unit) {
        bound(schema, keyword, BigDecimal.valueOf(actual), path, unit);
    }

    private void bound(JsonObject schema, String keyword, BigDecimal actual, JsonPath path, String unit) {
        if (!(schema.get(keyword).orElse(Json.nul()) instanceof JsonNumber limit)) {
            return;
        }
        int order = actual.compareTo(limit.decimal());
        boolean exclusive = keyword.startsWith("exclusive");
        boolean lower = keyword.startsWith("min") || keyword.endsWith("Minimum");
        boolean ok = lower ? order > 0 : order < 0;
        if (!ok && (exclusive || order != 0)) {
            String relation = exclusive ? (lower ? "more than " : "less than ") : (lower ? "at least " : "at most ");
            String suffix = unit.isEmpty() ? "" : " " + unit;
            String shown = Excerpt.shorten(actual.toString(), 32);
            report.accept(path, "must be " + relation + limit.shortText() + suffix + " but is " + shown);
        }
    }

    private void text(JsonObject schema, String text, JsonPath path) {
        int length = text.codePointCount(0, text.length());
        bound(schema, "minLength", length, path, "characters");
        bound(schema, "maxLength", length, path, "characters");
        if (schema.get("pattern").orElse(Json.nul()) instanceof JsonString regex) {
            switch (PatternSearch.search(regex.value(), text)) {
                case FOUND -> {}
                case NOT_FOUND -> report.accept(path, "must match the pattern " + Excerpt.shorten(regex.value(), 80));
                case GAVE_UP ->
                    report.accept(path, "is too costly to match with " + Excerpt.shorten(regex.value(), 80));
            }
        }
        if (schema.get("format").orElse(Json.nul()) instanceof JsonString format && !hasFormat(format.value(), text)) {
            report.accept(path, "must be a valid " + format.value());
        }
    }

    static boolean hasType(JsonObject schema, Json value) {
        Json type = schema.get("type").orElse(Json.nul());
        if (type instanceof JsonArray several) {
            return several.stream().anyMatch(one -> one instanceof JsonString name && isA(name.value(), value));
        }
        return !(type instanceof JsonString name) || isA(name.value(), value);
    }

    static String typeNames(JsonObject schema) {
        Json type = schema.member("type");
        return type instanceof JsonArray several
                ? several.stream().map(SchemaScalars::typeName).collect(Collectors.joining(" or "))
                : typeName(type);
    }

    /** Returns whether the value says by a constant member that it is meant for another alternative. */
    static boolean isOtherVariant(JsonObject schema, Json value) {
        if (!(value instanceof JsonObject object)
                || !(schema.get("properties").orElse(Json.nul()) instanceof JsonObject properties)) {
            return false;
        }
        for (JsonObject.Member member : properties) {
            Optional<Json> label =
                    member.value() instanceof JsonObject property ? property.get("const") : Optional.empty();
            Optional<Json> actual = object.get(member.name());
            if (label.isPresent() && actual.isPresent() && !label.equals(actual)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isA(String type, Json value) {
        return switch (type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "number" -> value instanceof JsonNumber;
            case "integer" -> value instanceof JsonNumber number && number.isWhole();
            case "boolean" -> value instanceof JsonBool;
            case "null" -> value.isNull();
            default -> true; // unknown types are not ours to judge
        };
    }

    private static String typeName(Json type) {
        String name = type instanceof JsonString text ? text.value() : type.toString();
        if (name.equals("null")) {
            return name;
        }
        return (List.of("object", "array", "integer").contains(name) ? "an " : "a ") + Excerpt.shorten(name, 40);
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "date" -> !LocalDate.parse(text).equals(LocalDate.MAX);
                case "date-time" ->
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text).isSupported(ChronoField.OFFSET_SECONDS);
                case "duration" -> isDuration(text);
                case "uri" -> new URI(text).isAbsolute();
                case "email" -> text.length() <= 320 && text.matches("[^@\\s]+@[^@\\s]+");
                default -> true;
            };
        } catch (DateTimeException | URISyntaxException e) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        boolean byCalendar = text.indexOf('T') < 0 && text.matches("P.*[YMW].*");
        return byCalendar
                ? !Period.parse(text).equals(Period.ofYears(Integer.MAX_VALUE))
                : !Duration.parse(text).equals(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
