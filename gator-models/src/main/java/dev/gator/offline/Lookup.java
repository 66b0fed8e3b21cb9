package dev.gator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds values for named fields in what somebody wrote. */
final class Lookup {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:[.,]\\d+)?(?![\\w])");
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u201e]([^\"\u201d\u201c]{1,200})[\"\u201d]|'([^']{2,200})'");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'\\-]+(?: \\p{Lu}[\\p{L}'\\-]+)*");
    private static final String CAPITALISED = "(\\p{Lu}[\\p{L}'\\-]+(?: \\p{Lu}[\\p{L}'\\-]+)*)";
    private static final Pattern SURE_PLACE = Pattern.compile("\\b(?:in|at|near|to|from|visit|around) " + CAPITALISED);
    private static final Pattern PLACE =
            Pattern.compile("\\b(?:in|at|near|to|for|from|of|visit|around) " + CAPITALISED);
    private static final Pattern PERSON = Pattern.compile(
            "\\b(?:for|by|with|named|called|am|is|[Dd]ear|meet|tell|invite|ask|and|[Cc]ustomer|[Uu]ser|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?) "
                    + CAPITALISED);
    private static final Pattern OPENING =
            Pattern.compile("(?:^|[.!?\\n] ?)(\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)(?=[ ,]|$)");
    private static final Pattern CALENDAR = Pattern.compile(
            "January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I|I'm|Java|English");
    private static final Pattern SERIES = Pattern.compile(
            "([^.:;!?,\\n]{1,80}(?:, [^.:;!?,\\n]{1,40})+,? and [^.:;!?,\\n]{1,40}|[^.:;!?,\\n]{1,80}(?:, [^.:;!?,\\n]{1,40}){2,})");
    private static final Map<String, String> COUNTS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"));
    private static final Pattern MARK = Pattern.compile("\\[([A-Za-z]{0,3}\\d{1,4})\\]");

    private final String text;

    Lookup(String text) {
        this.text = text;
    }

    /** Returns what follows the field's name and a colon, an equals sign or "is". */
    Optional<String> labelled(String field) {
        String spoken = field.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-]+", " ");
        Matcher matcher = Pattern.compile("(?i)\\b" + Pattern.quote(spoken).replace(" ", "\\E[ _-]?\\Q")
                        + "\\s*(?::|=|\\bis\\b)\\s*\"?([^\\n\",;.]{1,200}?)(?= and (?:I|my|we|the) |[\\n\",;.]|$)")
                .matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** Returns all numbers in order. */
    List<String> numbers() {
        return all(NUMBER, 0).stream().map(number -> number.replace(',', '.')).toList();
    }

    /** Returns the number that stands nearest to one of the words. */
    Optional<String> numberNear(Set<String> words) {
        List<String> tokens = List.of(text.split("\\s+", -1));
        Optional<String> best = Optional.empty();
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> number = number(tokens.get(i));
            int away = number.isPresent() ? distance(tokens, i, words) : Integer.MAX_VALUE;
            if (away < nearest) {
                nearest = away;
                best = number;
            }
        }
        return best;
    }

    private static int distance(List<String> tokens, int at, Set<String> words) {
        int nearest = Integer.MAX_VALUE;
        for (int j = Math.max(0, at - 3); j < Math.min(tokens.size(), at + 4); j++) {
            boolean hit = KeyWords.shared(words, KeyWords.of(tokens.get(j))) > 0;
            // "30 minutes" is nearer than "minutes: 30 guests"
            int away = j > at ? 2 * (j - at) - 1 : 2 * (at - j);
            nearest = hit ? Math.min(nearest, away) : nearest;
        }
        return nearest;
    }

    private static Optional<String> number(String token) {
        Matcher matcher = NUMBER.matcher(token);
        String word = token.toLowerCase(Locale.ROOT).replaceFirst("[,.;:]$", "");
        return matcher.find() ? Optional.of(matcher.group().replace(',', '.')) : Optional.ofNullable(COUNTS.get(word));
    }

    /** Returns what the list of that name holds, else what the only list of the text holds; articles are left out. */
    List<String> listFor(String name) {
        Matcher own = Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\s*(?::|are|=)\\s*([^.;\\n]+)")
                .matcher(text);
        if (own.find()) {
            return items(own.group(1));
        }
        for (Matcher colon = Pattern.compile(":\\s+([^.;\\n]+)").matcher(text); colon.find(); ) {
            List<String> items = items(colon.group(1));
            if (items.size() > 1) {
                return items;
            }
        }
        Matcher series = SERIES.matcher(text);
        return series.find() ? items(series.group(1)) : List.of();
    }

    private static List<String> items(String whole) {
        int comma = whole.indexOf(',');
        String series = comma < 0 ? whole : afterVerb(whole.substring(0, comma)) + whole.substring(comma);
        List<String> items = new ArrayList<>();
        for (String piece : series.split("\\s*,\\s*(?:and |or )?|\\s+and\\s+|\\s*;\\s*", -1)) {
            String item = piece.strip()
                    .replaceFirst("(?i)^(?:a|an|the|some|my|our|your)\\s+", "")
                    .replaceFirst("[.!?]$", "");
            if (!item.isBlank() && item.split(" ", -1).length <= 6) {
                items.add(item);
            }
        }
        return items;
    }

    private static String afterVerb(String piece) {
        Matcher matcher = Pattern.compile(
                        "(?i)^.*\\b(?:need|buy|bring|pack|add|take|get|with|from|of|are|is|like|want|have|contains?|includes?|include|use|for) (?=\\S)")
                .matcher(piece);
        return matcher.find() ? piece.substring(matcher.end()) : piece;
    }

    /** Returns the capitalised name after one of the words, as in {@code from|to}. */
    Optional<String> nameAfter(String words) {
        Matcher matcher = Pattern.compile("\\b(?:" + words + ") " + CAPITALISED).matcher(text);
        while (matcher.find()) {
            if (!CALENDAR.matcher(matcher.group(1)).matches()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** Returns names of places: those after a word like "in" before those after "for". */
    List<String> places() {
        List<String> places = new ArrayList<>(named(SURE_PLACE));
        named(PLACE).stream().filter(name -> !places.contains(name)).forEach(places::add);
        return places;
    }

    /** Returns names that are likely a person's. */
    List<String> people() {
        List<String> sure = named(SURE_PLACE);
        return Stream.concat(named(OPENING).stream(), named(PERSON).stream())
                .filter(name -> !sure.contains(name))
                .distinct()
                .toList();
    }

    private List<String> named(Pattern pattern) {
        return all(pattern, 1).stream()
                .filter(name -> !CALENDAR.matcher(name).matches())
                .distinct()
                .toList();
    }

    Optional<String> group(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.ofNullable(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                        .map(number -> number.replace(',', '.'))
                : Optional.empty();
    }

    Optional<String> quoted() {
        Matcher matcher = QUOTED.matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }

    /** Returns names that do not merely begin a sentence; a name after a preposition comes first. */
    List<String> names() {
        List<String> names = new ArrayList<>(places());
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            boolean begins = text.substring(0, matcher.start()).matches("(?s)|.*[.!?:\\n]\\s*|.*[\"'(]");
            boolean calendar = CALENDAR.matcher(matcher.group()).matches();
            if (!begins && !calendar && !names.contains(matcher.group())) {
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
