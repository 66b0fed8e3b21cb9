package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Finds or makes up a value for a field: up to the form, never up to the facts. */
final class ValueFinder {

    private static final Pattern AT_MOST = Pattern.compile("at most (\\d{1,2})\\b");

    private final Reading reading;
    private final Phrasing phrasing;
    private final Dice dice;
    private final Lookup question;
    private final Lookup everything;
    private final Numbers numbers;
    private final Wording wording;

    ValueFinder(Reading reading, Phrasing phrasing, Dice dice) {
        this.reading = reading;
        this.phrasing = phrasing;
        this.dice = dice;
        this.question = new Lookup(reading.opening());
        this.everything = new Lookup(reading.everything());
        this.numbers = new Numbers(reading, phrasing.sides(), dice);
        this.wording = new Wording(reading, phrasing);
    }

    /** Returns the value that the question mentions or means, else one of them. */
    Json choice(JsonArray allowed, Field field) {
        int start = chosen(allowed, field).orElse(dice.below(allowed.size(), "choice" + field.name()));
        return allowed.get((start + field.index()) % allowed.size());
    }

    private OptionalInt chosen(JsonArray allowed, Field field) {
        boolean decides = field.hasWord("winner", "best", "better", "verdict", "side", "decision");
        Optional<String> best = decides ? phrasing.sides().best() : Optional.empty();
        Feeling feeling = Feeling.in(reading.question());
        return IntStream.range(0, allowed.size())
                .filter(i -> allowed.get(i) instanceof JsonString)
                .boxed()
                .max(Comparator.comparingInt((Integer i) -> fit(allowed.get(i).asString(), best, feeling)))
                .filter(i -> fit(allowed.get(i).asString(), best, feeling) > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private int fit(String value, Optional<String> best, Feeling feeling) {
        if (best.isPresent() && new Lookup(best.get()).mentions(value)) {
            return 4;
        }
        return question.mentions(value) ? 3 : feeling.isCalled(value) ? 2 : 0;
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
    long howMany(Field field, Json items, long least, long most) {
        return Math.max(least, Math.min(most, wanted(field, items)));
    }

    private long wanted(Field field, Json items) {
        if (isMark(field)) {
            return Math.min(3, everything.marks().size());
        }
        Task task = reading.task();
        if (field.spoken().equals("depends on")) {
            return field.index() > 0 ? 1 : 0;
        }
        if (field.hasWord("fault", "violation") && task.brief().contains("an empty list if nothing is")) {
            return phrasing.sides().unmet().size();
        }
        if (field.description().contains("for each criterion") && task.listed() > 0) {
            return task.listed();
        }
        OptionalLong labelled = labelled(field, items);
        if (labelled.isPresent()) {
            return labelled.getAsLong();
        }
        int listed =
                Wording.isListOfNames(field) ? question.listFor(field.spoken()).size() : 0;
        return listed > 0 && isText(items) ? listed : asked(field);
    }

    private OptionalLong labelled(Field field, Json items) {
        Set<String> names = new LinkedHashSet<>();
        if (items instanceof JsonObject object) {
            object.optionalObject("properties").ifPresent(properties -> names.addAll(properties.keys()));
        }
        for (String word : field.spoken().split(" ", -1)) {
            names.add(word.replaceFirst("s$", ""));
        }
        return names.stream()
                .mapToLong(name -> reading.task().count(name.toLowerCase(Locale.ROOT)))
                .filter(count -> count > 0)
                .findFirst();
    }

    private long asked(Field field) {
        Matcher limit = AT_MOST.matcher(reading.task().brief());
        long most = limit.find() ? Long.parseLong(limit.group(1)) : 50;
        long count = question.numberNear(KeyWords.ofName(field.name()))
                .map(number -> new BigDecimal(number).longValue())
                .filter(number -> number > 0 && number <= 50)
                .orElse(3L);
        return Math.min(most, count);
    }

    private static boolean isText(Json items) {
        return items instanceof JsonObject object
                && object.optionalString("type").filter("string"::equals).isPresent();
    }

    /** Returns what the question says: yes where the name is mentioned without a "no" before it. */
    Json truth(Field field) {
        String said = question.labelled(field.name()).orElse("").toLowerCase(Locale.ROOT);
        if (!said.isEmpty()) {
            return Json.of(!said.matches("(?s)(?:no|not|false|off|n)\\b.*"));
        }
        if (field.hasWord("valid", "approved", "ok", "passed", "correct", "acceptable", "accepted")) {
            return Json.of(phrasing.sides().appraisal(field.index()).share() >= 0.5);
        }
        String name = Pattern.quote(field.spoken().replaceFirst("^(?:is|has|needs|wants|are|can) ", ""));
        String text = reading.question().toLowerCase(Locale.ROOT);
        boolean mentioned = Pattern.compile("\\b" + name).matcher(text).find();
        boolean denied = Pattern.compile("\\b(?:no|not|non|without|isn't|aren't|never|don't need)[ -](?:\\w+ )?" + name)
                .matcher(text)
                .find();
        return Json.of(mentioned && !denied);
    }

    /** Returns a number within the schema's bounds. */
    Json number(JsonObject schema, Field field, boolean whole) {
        return numbers.number(schema, field, whole);
    }

    String text(JsonObject schema, Field field) {
        int least = (int) schema.optionalLong("minLength").orElse(0);
        int most = (int)
                Math.min(Integer.MAX_VALUE, schema.optionalLong("maxLength").orElse(Integer.MAX_VALUE));
        Optional<String> pattern = schema.optionalString("pattern");
        String format = schema.optionalString("format").orElse("");
        String value = format.isEmpty() ? wording.content(field) : formatted(format);
        if (pattern.isPresent() && !matches(pattern.get(), value)) {
            value = PatternText.example(pattern.get()).orElse(value);
        }
        return fitted(value, least, most);
    }

    private static boolean isMark(Field field) {
        return field.isNamed("citation", "cite", "sourceid", "source_id", "evidenceid", "evidence_id", "passage");
    }

    private String formatted(String format) {
        return switch (format) {
            case "date" -> Dates.iso(reading.everything()).orElse("2000-01-01");
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
}
