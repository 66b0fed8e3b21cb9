package dev.gator.rag.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes texts apart. All methods are pure. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’@$-][\\p{L}\\p{N}]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|_");
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u0302\\u0304-\\u036f]");

    private Words() {}

    /** Returns the words as they are written. */
    public static List<String> in(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Returns the words in lower case, without accents. */
    public static List<String> folded(String text) {
        return in(text).stream().map(Words::fold).toList();
    }

    /** Returns how many words there are. */
    public static int count(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** Returns the sentences. */
    public static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text.strip())
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** Returns the text in lower case, without accents; the tilde of ñ stays, because it makes another letter. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('’', '\''), Normalizer.Form.NFD);
        return Normalizer.normalize(
                ACCENT.matcher(apart.replace("n\u0303", "ñ")).replaceAll(""), Normalizer.Form.NFC);
    }

    /** Returns the words that a hashtag is made of: {@code #NoMoreFat} gives {@code No More Fat}. */
    public static String unglued(String hashtag) {
        String bare = hashtag.startsWith("#") ? hashtag.substring(1) : hashtag;
        return HUMP.matcher(bare).replaceAll(" ");
    }

    /** Returns how much of two texts' words they share, 0 to 1. */
    public static double overlap(String left, String right) {
        return overlap(new HashSet<>(folded(left)), new HashSet<>(folded(right)));
    }

    /** Returns how much two sets share, 0 to 1. */
    public static double overlap(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long shared = left.stream().filter(right::contains).count();
        return shared / (double) (left.size() + right.size() - shared);
    }

    /** Returns the pairs of neighbouring words. */
    public static Set<String> pairs(String text) {
        List<String> words = folded(text);
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }

    /** Returns roughly how many syllables a word has: groups of vowels, without a silent e at the end where {@code silentE}. */
    public static int syllables(String word, boolean silentE) {
        String folded = fold(word);
        int groups = 0;
        boolean inVowels = false;
        for (int i = 0; i < folded.length(); i++) {
            boolean vowel = "aeiouy".indexOf(folded.charAt(i)) >= 0;
            groups += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }
        boolean silent = silentE && groups > 1 && folded.endsWith("e") && !folded.endsWith("le");
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
