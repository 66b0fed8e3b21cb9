package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonNumber;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds or makes up a value for a field: up to the form, never up to the facts. */
final class ValueFinder {

    private static final BigDecimal FEW = BigDecimal.valueOf(10);

    private final Reading reading;
    private final Phrasing phrasing;
    private final Dice dice;
    private final Lookup question;
    private final Lookup everything;

    ValueFinder(Reading reading, Phrasing phrasing, Dice dice) {
        this.reading = reading;
        this.phrasing = phrasing;
        this.dice = dice;
        this.question = new Lookup(reading.question());
        this.everything = new Lookup(reading.everything());
    }

    /** Returns the value that the question mentions, else one of them. */
    Json choice(JsonArray allowed, Field field) {
        int start = dice.below(allowed.size(), "choice" + field.name());
        for (int i = 0; i < allowed.size(); i++) {
            if (allowed.get(i) instanceof JsonString string && question.mentions(string.value())) {
                start = i;
                break;
            }
        }
        return allowed.get((start + field.index()) % allowed.size());
    }

    /** Returns which alternative of an object the question speaks about. */
    int which(List<Json> alternatives, Field field) {
        Set<String> words = KeyWords.of(reading.question());
        int best = 0;
        int most = 0;
        for (int i = 0; i < alternatives.size(); i++) {
            int shared =
                    KeyWords.shared(words, KeyWords.ofName(alternatives.get(i).toString()));
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return most > 0 ? best : field.index() % alternatives.size();
    }

    /** Returns how many items a list should have. */
    long howMany(Field field, long least, long most) {
        if (isMark(field)) {
            return Math.max(least, Math.min(most, Math.min(3, everything.marks().size())));
        }
        long asked = question.numberNear(KeyWords.ofName(field.name()))
                .map(number -> new BigDecimal(number).longValue())
                .filter(count -> count > 0 && count <= 50)
                .orElse(3L);
        return Math.max(least, Math.min(most, asked));
    }

    Json truth(Field field) {
        String said = question.labelled(field.name()).orElse("").toLowerCase(Locale.ROOT);
        return Json.of(!said.startsWith("no") && !said.startsWith("false"));
    }

    /** Returns a number within the schema's bounds, the one that was named if there is one. */
    Json number(JsonObject schema, Field field, boolean whole) {
        BigDecimal least = bound(schema, "minimum", "exclusiveMinimum", whole, 1);
        BigDecimal most = bound(schema, "maximum", "exclusiveMaximum", whole, -1);
        BigDecimal value = named(field).orElseGet(() -> between(field, least, most));
        if (least != null && value.compareTo(least) < 0) {
            value = least;
        }
        if (most != null && value.compareTo(most) > 0) {
            value = most;
        }
        value = whole ? value.setScale(0, RoundingMode.HALF_UP) : value;
        return Json.of(multipleOf(schema, value));
    }

    String text(JsonObject schema, Field field) {
        int least = (int) schema.optionalLong("minLength").orElse(0);
        int most = (int)
                Math.min(Integer.MAX_VALUE, schema.optionalLong("maxLength").orElse(Integer.MAX_VALUE));
        Optional<String> pattern = schema.optionalString("pattern");
        String format = schema.optionalString("format").orElse("");
        String value = format.isEmpty() ? content(field) : formatted(format);
        if (pattern.isPresent() && !matches(pattern.get(), value)) {
            value = PatternText.example(pattern.get()).orElse(value);
        }
        return fitted(value, least, most);
    }

    private String content(Field field) {
        if (isMark(field)) {
            List<String> marks = everything.marks();
            return marks.isEmpty() ? "none" : marks.get(field.index() % marks.size());
        }
        Optional<String> labelled = question.labelled(field.name());
        if (labelled.isPresent() && !field.name().isEmpty() && field.index() == 0) {
            return labelled.get();
        }
        if (field.isNamed(
                "city", "place", "location", "country", "town", "name", "person", "who", "author", "speaker")) {
            return name(field);
        }
        if (field.isNamed("title", "headline", "subject", "topic", "keyword", "tag", "query", "label")) {
            return field.isNamed("title", "headline") ? capital(phrasing.topic()) : topic(field);
        }
        if (field.isNamed("quote", "expression", "input", "code")) {
            return question.quoted().orElseGet(reading::question);
        }
        return field.index() == 0 && !field.isNamed("step", "point", "item", "beat", "scene", "argument", "reason")
                ? phrasing.answer()
                : phrasing.thought(field.index());
    }

    private String name(Field field) {
        List<String> names = question.names();
        return names.isEmpty()
                ? question.quoted().or(() -> reading.voice().name()).orElseGet(phrasing::topic)
                : names.get(field.index() % names.size());
    }

    private String topic(Field field) {
        List<String> phrases = new ArrayList<>(KeyWords.phrases(reading.question()));
        return phrases.isEmpty() ? "this" : phrases.get(field.index() % phrases.size());
    }

    private static boolean isMark(Field field) {
        return field.isNamed("citation", "cite", "sourceid", "source_id", "evidenceid", "evidence_id", "passage");
    }

    private String formatted(String format) {
        return switch (format) {
            case "date" ->
                everything.first("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d)").orElse("2000-01-01");
            case "date-time" ->
                everything.first("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z").orElse("2000-01-01T00:00:00Z");
            case "time" -> everything.first("\\d{2}:\\d{2}:\\d{2}").orElse("00:00:00");
            case "duration" -> everything.first("PT\\d+[HMS]").orElse("PT1M");
            case "email" -> everything.first("[\\w.+-]+@[\\w-]+\\.[\\w.]+").orElse("nobody@example.org");
            case "uri", "url" -> everything.first("https?://[^\\s\"'<>]+").orElse("https://example.org/");
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> phrasing.topic();
        };
    }

    private Optional<BigDecimal> named(Field field) {
        Optional<String> labelled = question.labelled(field.name()).filter(text -> text.matches("-?\\d+([.,]\\d+)?"));
        Optional<String> near = labelled.or(() -> question.numberNear(KeyWords.ofName(field.name())));
        List<String> numbers = question.numbers();
        boolean operand = !numbers.isEmpty() && field.name().length() <= 2;
        Optional<String> ordered = operand
                ? Optional.of(numbers.get(Math.min(numbers.size() - 1, "bdy".contains(field.name()) ? 1 : 0)))
                : numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
        return near.or(() -> ordered).map(text -> new BigDecimal(text.replace(',', '.')));
    }

    private BigDecimal between(Field field, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        BigDecimal from = least == null ? (most == null ? BigDecimal.ONE : most.subtract(FEW)) : least;
        BigDecimal to = most == null ? from.add(FEW) : most;
        BigDecimal share = BigDecimal.valueOf(50 + dice.below(40, field.name() + field.index()), 2);
        return from.add(to.subtract(from).multiply(share)).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal bound(
            JsonObject schema, String inclusive, String exclusive, boolean whole, int inwards) {
        Optional<BigDecimal> open = schema.optionalNumber(exclusive)
                .map(JsonNumber::decimal)
                .map(value -> value.add(whole ? BigDecimal.valueOf(inwards) : BigDecimal.valueOf(inwards, 2)));
        return schema.optionalNumber(inclusive)
                .map(JsonNumber::decimal)
                .or(() -> open)
                .orElse(null);
    }

    private static BigDecimal multipleOf(JsonObject schema, BigDecimal value) {
        return schema.optionalNumber("multipleOf")
                .map(JsonNumber::decimal)
                .filter(step -> step.signum() > 0)
                .map(step -> value.divide(step, 0, RoundingMode.DOWN).multiply(step))
                .orElse(value);
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.compile(pattern).matcher(value).find();
        } catch (PatternSyntaxException e) {
            return true; // a pattern of another dialect cannot be judged here
        }
    }

    private static String fitted(String value, int least, int most) {
        String text = value;
        if (text.length() > most) {
            int space = text.lastIndexOf(' ', most);
            text = text.substring(0, space > Math.max(least, most / 2) ? space : most);
        }
        StringBuilder padded = new StringBuilder(text);
        while (padded.length() < least) {
            padded.append(padded.isEmpty() ? "-" : " ").append(text.isEmpty() ? "-" : text);
        }
        return padded.length() > most ? padded.substring(0, most) : padded.toString();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
