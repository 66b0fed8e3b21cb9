package dev.gator.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, in a form that can be compared. */
final class KeyWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}]+)?");
    private static final Set<String> EMPTY = Set.of(
            ("a an and any are as at be been but by can could did do does for from had has have he her his how i if in "
                            + "into is it its just let me more most much my no not of on or our please shall she should "
                            + "so some such tell than that the their them then there these they this those to us was we "
                            + "were what when where which who whom whose why will with would you your about explain "
                            + "give write describe answer question short briefly one sentence sentences think learn translate "
                            + "make use get argue against vote say talk know help want need like list name show find "
                            + "create plan summarise summarize ideas idea better best good bad really very option way "
                            + "ways up out over two three four five today now here also only other")
                    .split(" "));

    private KeyWords() {}

    static boolean isMeaningful(String word) {
        return !EMPTY.contains(word);
    }

    /** Returns comparable forms, each once, in order. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : inOrder(text)) {
            if (!EMPTY.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** Returns the words of {@code name} as they stand in {@code weather_inCity}. */
    static Set<String> ofName(String name) {
        return of(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[_\\-.]+", " "));
    }

    /** Returns how many words two sets share. */
    static int shared(Set<String> one, Set<String> other) {
        int count = 0;
        for (String word : one) {
            count += other.contains(word) ? 1 : 0;
        }
        return count;
    }

    /** Returns the longest runs of meaningful words as they were written, in order. */
    static List<String> phrases(String text) {
        List<String> phrases = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int end = -1;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            boolean gap = end >= 0 && !text.substring(end, matcher.start()).isBlank();
            boolean empty = EMPTY.contains(matcher.group().toLowerCase(Locale.ROOT));
            if (gap || empty) {
                keep(phrases, run);
            }
            if (!empty) {
                run.append(run.isEmpty() ? "" : " ").append(matcher.group());
            }
            end = matcher.end();
        }
        keep(phrases, run);
        return List.copyOf(phrases);
    }

    static List<String> inOrder(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static void keep(List<String> phrases, StringBuilder run) {
        if (!run.isEmpty() && !phrases.contains(run.toString())) {
            phrases.add(run.toString());
        }
        run.setLength(0);
    }

    private static String stem(String word) {
        String bare = word.replaceFirst("['\u2019]s$", "");
        for (String ending : List.of("ing", "ed", "es", "s")) {
            if (bare.endsWith(ending) && bare.length() - ending.length() >= 3 && !bare.endsWith("ss")) {
                bare = bare.substring(0, bare.length() - ending.length());
                break;
            }
        }
        return bare.endsWith("e") && bare.length() > 3 ? bare.substring(0, bare.length() - 1) : bare;
    }
}
