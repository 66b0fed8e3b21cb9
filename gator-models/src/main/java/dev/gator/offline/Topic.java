package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What there is to say about one field of life or one kind of question, true whoever asks.
 *
 * @param id a name
 * @param when which words of a question call for it
 * @param longest the longest question it fits
 * @param leads sentences to begin with
 * @param lines sentences to go on with
 * @param asks questions to give back
 * @param items short names of things or steps
 */
record Topic(
        String id,
        Pattern when,
        long longest,
        List<String> leads,
        List<Line> lines,
        List<String> asks,
        List<String> items) {

    /** A sentence, and what one has to care about to say it first. */
    record Line(String say, Set<String> themes) {
        static Line of(Json json) {
            return json instanceof JsonObject object
                    ? new Line(object.string("say"), KeyWords.of(object.string("for")))
                    : new Line(json.asString(), Set.of());
        }

        /** Returns whether anybody here cares about it. */
        boolean speaksTo(Reading reading) {
            return themes.isEmpty()
                    || KeyWords.shared(themes, reading.voice().themes()) > 0
                    || KeyWords.shared(themes, KeyWords.of(reading.question())) > 0;
        }
    }

    static Topic of(JsonObject json) {
        String when = json.string("when");
        return new Topic(
                json.string("id"),
                Pattern.compile(
                        when.startsWith("^") || when.isEmpty()
                                ? when
                                : "(?<![\\p{L}\\p{N}])(?:" + when + ")s?(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                json.optionalLong("only").orElse(Long.MAX_VALUE),
                strings(json.array("leads")),
                json.array("lines").stream().map(Line::of).toList(),
                strings(json.array("asks")),
                strings(json.array("items")));
    }

    boolean fits(String question) {
        return question.length() <= longest && when.matcher(question).find();
    }

    /** Returns how many different words of the question call for it. */
    int weight(String question) {
        Set<String> found = new HashSet<>();
        Matcher matcher = when.matcher(question);
        while (matcher.find()) {
            found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return found.size();
    }

    /** Returns the lines: first what the question names, then what the persona cares about, then the rest. */
    List<Line> linesFor(Set<String> themes, Set<String> question) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingInt(
                (Line line) -> -4 * KeyWords.shared(question, line.themes()) - KeyWords.shared(themes, line.themes())));
        return sorted;
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(Json::asString).toList();
    }
}
