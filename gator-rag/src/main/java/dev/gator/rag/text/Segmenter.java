package dev.gator.rag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts text without spaces into words: the longest known ones, and between them runs of one kind of character. */
final class Segmenter {

    private static final int LEAST = 2;

    private final Set<String> known;
    private final int longest;

    Segmenter(Set<String> known) {
        this.known = Set.copyOf(known);
        this.longest = known.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Returns the words in lower case, without accents. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Words.tokens(text).map(Words::fold).forEach(token -> cut(token, words));
        return words;
    }

    private void cut(String token, List<String> words) {
        if (!Words.isUnspaced(token)) {
            words.add(token);
            return;
        }
        int from = 0;
        int at = 0;
        while (at < token.length()) {
            int length = known(token, at);
            if (length == 0) {
                at++;
            } else {
                words.addAll(Words.in(token.substring(from, at)));
                words.add(token.substring(at, at + length));
                at += length;
                from = at;
            }
        }
        words.addAll(Words.in(token.substring(from)));
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    private int known(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length >= LEAST; length--) {
            if (known.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
