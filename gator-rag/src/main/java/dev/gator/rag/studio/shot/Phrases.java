package dev.gator.rag.studio.shot;

import dev.gator.rag.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shortens sentences for pictures. All methods are pure. */
final class Phrases {

    private static final Pattern CLAUSE = Pattern.compile("(?<=[,;:、，।])\\s*|\\s+[–—-]\\s+");
    private static final Pattern TRAILING = Pattern.compile("[\\s.,;:、，。।]+$");
    private static final int LEAST = 2;

    private Phrases() {}

    /** Returns a sentence if it is short enough, or its first clause if that is; empty if neither. */
    static Optional<String> whole(String sentence, int mostWords) {
        String bare = bare(sentence);
        if (fits(bare, 1, mostWords)) {
            return Optional.of(bare);
        }
        return CLAUSE.splitAsStream(bare)
                .limit(1)
                .map(Phrases::bare)
                .filter(clause -> fits(clause, LEAST, mostWords))
                .findFirst();
    }

    /** Returns the first words of a sentence, never half a word where words have ends. */
    static String cut(String sentence, int mostWords) {
        String bare = bare(sentence);
        int end = bare.length();
        while (end > 1 && Words.count(bare.substring(0, end)) > mostWords) {
            end--;
        }
        int space = bare.lastIndexOf(' ', end);
        boolean within = end < bare.length() && bare.charAt(end) != ' ' && space > 0;
        return bare(bare.substring(0, within ? space : end)) + "…";
    }

    private static boolean fits(String text, int least, int most) {
        int words = Words.count(text);
        return words >= least && words <= most;
    }

    private static String bare(String text) {
        return TRAILING.matcher(text.strip()).replaceAll("");
    }
}
