package dev.gator.rag.index;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as they are written, for collections too small to know which of them are rare. */
final class PlainWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private PlainWords() {}

    static Set<String> in(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Returns which share of the words a text contains. */
    static double share(Set<String> wanted, String text) {
        Set<String> words = in(text);
        return (double) wanted.stream().filter(words::contains).count() / wanted.size();
    }
}
