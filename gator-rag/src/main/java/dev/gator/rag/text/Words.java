package dev.gator.rag.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes texts apart. Scripts that write no spaces between words, which here means Chinese characters and kana, are cut where
 * the kind of character changes. All methods are pure.
 */
public final class Words {

    private static final String PIECE = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u200c\\u200d]*";
    private static final Pattern WORD = Pattern.compile(PIECE + "(?:[.,'’@$-]" + PIECE + ")*");
    private static final Pattern RUN =
            Pattern.compile("[\\p{IsHan}々〆]+|\\p{IsHiragana}[\\p{IsHiragana}ー]*|[\\p{IsKatakana}ー]+"
                    + "|[^\\p{IsHan}々〆\\p{IsHiragana}\\p{IsKatakana}ー]+");
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}々〆\\p{IsHiragana}\\p{IsKatakana}ー]");
    private static final char FIRST_UNSPACED = '\u2e80';
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…।])\\s+|(?<=[。！？])(?![」』）。！？])\\s*");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})|_");
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u0302\\u0304-\\u036f\\u093c\\u200c\\u200d]");
    private static final Pattern AKSHARA = Pattern.compile("(?<!\\u094d)[\\u0904-\\u0939\\u0958-\\u0961]");

    private Words() {}

    /** Returns the words as they are written. */
    public static List<String> in(String text) {
        return tokens(text).flatMap(Words::runs).toList();
    }

    /** Returns the words in lower case, without accents. */
    public static List<String> folded(String text) {
        return in(text).stream().map(Words::fold).toList();
    }

    /** Returns how many words there are; where a script writes no spaces, two characters count as one word. */
    public static int count(String text) {
        if (!isUnspaced(text)) {
            return (int) tokens(text).count();
        }
        int unspaced = (int) UNSPACED.matcher(text).results().count();
        long spaced = in(text).stream().filter(word -> !isUnspaced(word)).count();
        return (int) spaced + (unspaced + 1) / 2;
    }

    /** Returns whether a text holds a character of a script that writes no spaces between words. */
    public static boolean isUnspaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_UNSPACED) {
                return UNSPACED.matcher(text).find();
            }
        }
        return false;
    }

    /** Returns the sentences. */
    public static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text.strip())
                .filter(part -> !part.isBlank())
                .toList();
    }

    /**
     * Returns the text in lower case, without accents and without fonts made of symbols. What makes another letter stays:
     * ñ, ä, ö, ü; and ß becomes ss.
     */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        lower = lower.replace('’', '\'').replace("ß", "ss");
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replace("n\u0303", "ñ")
                .replace("a\u0308", "ä")
                .replace("o\u0308", "ö")
                .replace("u\u0308", "ü")
                .replace('\u0901', '\u0902');
        return Normalizer.normalize(ACCENT.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
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

    /**
     * Returns roughly how many syllables a word has: groups of vowels, less one if it ends as {@code silent} says; in
     * Devanagari the letters that no virama joins to the one before.
     */
    public static int syllables(String word, Pattern silent) {
        String folded = fold(word);
        int aksharas = (int) AKSHARA.matcher(folded).results().count();
        if (aksharas > 0) {
            return aksharas;
        }
        int groups = 0;
        boolean inVowels = false;
        for (int i = 0; i < folded.length(); i++) {
            boolean vowel = "aeiouyäöü".indexOf(folded.charAt(i)) >= 0;
            groups += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }
        boolean isSilent = groups > 1 && silent.matcher(folded).find();
        return Math.max(1, isSilent ? groups - 1 : groups);
    }

    /** Returns what stands between spaces and punctuation. */
    static Stream<String> tokens(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static Stream<String> runs(String token) {
        return isUnspaced(token) ? RUN.matcher(token).results().map(MatchResult::group) : Stream.of(token);
    }
}
