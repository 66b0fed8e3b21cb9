package dev.gator.rag.text;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that are written in one piece with others, as in German.
 *
 * @param prefixes what stands before a word and is no word itself
 */
record Compounds(Set<String> prefixes) {

    private static final int LEAST = 4;
    private static final int REST = 3;
    private static final Pattern VOWEL = Pattern.compile("[aeiouyäöü]");

    /** Returns whether a folded word begins or ends with one of the forms of another and holds a word besides. */
    boolean holds(String word, Set<String> forms) {
        for (int length = LEAST; length <= word.length() - REST; length++) {
            int rest = word.length() - length;
            boolean first = forms.contains(word.substring(0, length)) && isSpoken(word.substring(length));
            boolean last = forms.contains(word.substring(rest)) && isWord(word.substring(0, rest));
            if (first || last) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(String before) {
        return isSpoken(before) && !prefixes.contains(before);
    }

    private static boolean isSpoken(String part) {
        return VOWEL.matcher(part).find();
    }
}
