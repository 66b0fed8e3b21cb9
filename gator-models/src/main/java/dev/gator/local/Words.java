package dev.gator.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words that can be compared: lower case, English plural and past endings off. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(stem(matcher.group()));
        }
        return words;
    }

    private static String stem(String word) {
        for (String ending : List.of("ings", "ing", "ies", "ied", "ed", "es", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3 && !word.endsWith("ss")) {
                String stem = word.substring(0, word.length() - ending.length());
                return undoubled(ending.startsWith("ie") ? stem + "y" : stem);
            }
        }
        return word.endsWith("e") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean doubled = stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        boolean mute = stem.charAt(last) == 'e' && stem.length() > 3;
        return doubled || mute ? stem.substring(0, last) : stem;
    }
}
