package dev.gator.rag.text;

import dev.gator.content.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms that a word takes. Forms are built from the word, never the other way round, so that {@code fat} has
 * {@code fatter} but nothing to do with {@code fatigue}. All methods are pure.
 */
public final class Inflections {

    private static final List<String> EN = List.of("s", "es", "'s", "ed", "ing", "er", "ers", "est", "ly", "ness");
    private static final List<String> ES = List.of("s", "es", "mente");
    private static final List<String> ES_GENDER = List.of("o", "a", "os", "as", "ito", "ita", "itos", "itas", "amente");
    private static final List<String> ES_AR = List.of(
            "ar", "o", "as", "a", "amos", "an", "e", "es", "en", "aste", "aron", "aba", "aban", "ando", "ado", "ada",
            "ados", "adas", "ara", "aran", "aria");
    private static final List<String> ES_ER = List.of(
            "er", "ir", "o", "es", "e", "emos", "imos", "en", "a", "as", "an", "iste", "io", "ieron", "ia", "ian",
            "iendo", "ido", "ida", "idos", "idas", "era", "eria");

    private Inflections() {}

    /** Returns the forms of a word in lower case, without accents, the word itself among them. */
    public static Set<String> of(String word, Language language) {
        String folded = Words.fold(word);
        Set<String> forms = new HashSet<>(Set.of(folded));
        if (language.base().equals("es")) {
            spanish(folded, forms);
        } else {
            english(folded, forms);
        }
        return forms;
    }

    private static void english(String word, Set<String> forms) {
        EN.forEach(ending -> forms.add(word + ending));
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("e")) {
            List.of("ed", "ing", "er", "ers", "est").forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("y")) {
            List.of("ies", "ied", "ier", "iest", "ily", "iness").forEach(ending -> forms.add(stem + ending));
        }
        if (doubles(word)) {
            String doubled = word + word.charAt(word.length() - 1);
            List.of("ed", "ing", "er", "ers", "est", "y").forEach(ending -> forms.add(doubled + ending));
        }
    }

    private static boolean doubles(String word) {
        int n = word.length();
        return n >= 3
                && "aeiou".indexOf(word.charAt(n - 1)) < 0
                && "wxy".indexOf(word.charAt(n - 1)) < 0
                && "aeiou".indexOf(word.charAt(n - 2)) >= 0
                && "aeiou".indexOf(word.charAt(n - 3)) < 0;
    }

    private static void spanish(String word, Set<String> forms) {
        ES.forEach(ending -> forms.add(word + ending));
        if (word.length() < 4) {
            return;
        }
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("o") || word.endsWith("a")) {
            ES_GENDER.forEach(ending -> forms.add(stem + ending));
        }
        if (word.endsWith("z")) {
            forms.add(stem + "ces");
        }
        String root = word.substring(0, word.length() - 2);
        if (word.endsWith("ar")) {
            ES_AR.forEach(ending -> forms.add(root + ending));
        }
        if (word.endsWith("er") || word.endsWith("ir")) {
            ES_ER.forEach(ending -> forms.add(root + ending));
        }
    }
}
