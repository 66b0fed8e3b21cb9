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
        return forms.stream()
                .filter(form -> form.length() >= LEAST && word.length() >= form.length() + REST)
                .anyMatch(form -> isRest(word, form.length(), word.startsWith(form), word.endsWith(form)));
    }

    private boolean isRest(String word, int length, boolean first, boolean last) {
        String behind = word.substring(length);
        String before = word.substring(0, word.length() - length);
        return (first && VOWEL.matcher(behind).find())
                || (last && VOWEL.matcher(before).find() && !prefixes.contains(before));
    }
}
