package dev.gator.rag.retrieve;

import dev.gator.rag.text.Words;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text in the form in which they are compared: without case and accents, cut to their beginnings, so that
 * inflections meet in every language that inflects at the end; runs of scripts without spaces become pairs of characters.
 */
final class Terms {

    private static final int BEGINNING = 6;
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

    private Terms() {}

    /** Returns the terms in order. */
    static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        for (String word : Words.folded(text)) {
            add(terms, word);
        }
        return terms;
    }

    private static void add(List<String> terms, String word) {
        if (!UNSPACED.contains(UnicodeScript.of(word.codePointAt(0)))) {
            terms.add(word.length() <= BEGINNING ? word : word.substring(0, BEGINNING));
            return;
        }
        for (int i = 0; i + 1 < word.length(); i++) {
            terms.add(word.substring(i, i + 2));
        }
        if (word.length() == 1) {
            terms.add(word);
        }
    }
}
