package dev.gator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values for named fields in what somebody wrote. */
final class Lookup {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:[.,]\\d+)?(?![\\w])");
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u201e]([^\"\u201d\u201c]{1,200})[\"\u201d]|'([^']{2,200})'");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'\\-]+(?: \\p{Lu}[\\p{L}'\\-]+)*");
    private static final Pattern PLACE =
            Pattern.compile("\\b(?:in|at|near|to|for|from|of) (\\p{Lu}[\\p{L}'\\-]+(?: \\p{Lu}[\\p{L}'\\-]+)*)");
    private static final Pattern MARK = Pattern.compile("\\[([A-Za-z]{0,3}\\d{1,4})\\]");

    private final String text;

    Lookup(String text) {
        this.text = text;
    }

    /** Returns what follows the field's name and a colon, an equals sign or "is". */
    Optional<String> labelled(String field) {
        String spoken = field.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-]+", " ");
        Matcher matcher = Pattern.compile("(?i)\\b" + Pattern.quote(spoken).replace(" ", "\\E[ _-]?\\Q")
                        + "\\s*(?::|=|\\bis\\b)\\s*\"?([^\\n\",;.]{1,200})")
                .matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** Returns all numbers in order. */
    List<String> numbers() {
        return all(NUMBER, 0).stream().map(number -> number.replace(',', '.')).toList();
    }

    /** Returns the number that stands nearest to one of the words. */
    Optional<String> numberNear(Set<String> words) {
        List<String> tokens = List.of(text.split("\\s+"));
        Optional<String> best = Optional.empty();
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < tokens.size(); i++) {
            Matcher number = NUMBER.matcher(tokens.get(i));
            if (number.find()) {
                for (int j = Math.max(0, i - 3); j < Math.min(tokens.size(), i + 4); j++) {
                    if (KeyWords.shared(words, KeyWords.of(tokens.get(j))) > 0 && Math.abs(i - j) < nearest) {
                        nearest = Math.abs(i - j);
                        best = Optional.of(number.group().replace(',', '.'));
                    }
                }
            }
        }
        return best;
    }

    Optional<String> quoted() {
        Matcher matcher = QUOTED.matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }

    /** Returns names that do not merely begin a sentence; a name after a preposition comes first. */
    List<String> names() {
        List<String> names = new ArrayList<>(all(PLACE, 1));
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            boolean begins = text.substring(0, matcher.start()).matches("(?s)|.*[.!?:\\n]\\s*|.*[\"'(]");
            if (!begins && !names.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /** Returns the marks of evidence, such as {@code S1} in {@code [S1]}. */
    List<String> marks() {
        return all(MARK, 1).stream().distinct().toList();
    }

    boolean mentions(String value) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])"
                        + Pattern.quote(value.toLowerCase(Locale.ROOT).replace('_', ' ')) + "(?![\\p{L}\\p{N}])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }

    Optional<String> first(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private List<String> all(Pattern pattern, int group) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
