package dev.gator.rag.studio;

import dev.gator.rag.text.Words;
import java.util.List;
import java.util.regex.Pattern;

/** Shortens sentences for pictures. All methods are pure. */
final class Phrases {

    private static final Pattern CLAUSE = Pattern.compile("(?<=[,;:、，।])\\s*|\\s+[–—-]\\s+");
    private static final Pattern TRAILING = Pattern.compile("[\\s.,;:、，。।]+$");
    private static final int LEAST = 2;

    private Phrases() {}

    /** Returns a sentence if it is short enough, else its first clause that is, else its first words. */
    static String shortened(String sentence, int mostWords) {
        String bare = bare(sentence);
        if (Words.count(bare) <= mostWords) {
            return bare;
        }
        List<String> clauses = CLAUSE.splitAsStream(bare)
                .map(Phrases::bare)
                .filter(clause -> Words.count(clause) >= LEAST && Words.count(clause) <= mostWords)
                .toList();
        return clauses.isEmpty() ? firstWords(bare, mostWords) : clauses.get(0);
    }

    private static String firstWords(String text, int most) {
        int end = text.length();
        while (end > 1 && Words.count(text.substring(0, end)) > most) {
            end--;
        }
        // never in the middle of a word, where words have ends
        int space = text.lastIndexOf(' ', end);
        boolean cut = end < text.length() && text.charAt(end) != ' ' && space > 0;
        return bare(text.substring(0, cut ? space : end)) + "…";
    }

    private static String bare(String text) {
        return TRAILING.matcher(text.strip()).replaceAll("");
    }
}
