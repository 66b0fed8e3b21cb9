package dev.gator.rag.text;

import dev.gator.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** How easily a text reads. */
sealed interface Readability {

    static Readability of(JsonObject data) {
        return data.string("formula").equals("runs")
                ? new Runs()
                : new Syllables(
                        data.number("base").doubleValue(),
                        data.number("perSyllable").doubleValue(),
                        data.number("perWord").doubleValue(),
                        Pattern.compile(data.string("silent")));
    }

    /** Returns a number that is the greater the easier a text reads. */
    double of(String text, int sentences);

    /**
     * After Flesch.
     *
     * @param base the score of no words at all
     * @param perSyllable what the mean number of syllables in a word takes away
     * @param perWord what the mean number of words in a sentence takes away
     * @param silent how a word ends whose last vowel is not heard
     */
    record Syllables(double base, double perSyllable, double perWord, Pattern silent) implements Readability {

        @Override
        public double of(String text, int sentences) {
            List<String> words = Words.in(text);
            double syllables = words.stream()
                    .mapToInt(word -> Words.syllables(word, silent))
                    .sum();
            return base - perSyllable * syllables / words.size() - perWord * words.size() / sentences;
        }
    }

    /** After Tateishi, Ono and Yamada (1988): by the runs of kanji, hiragana, katakana and Latin letters. */
    record Runs() implements Readability {

        @Override
        public double of(String text, int sentences) {
            double length = text.codePoints()
                    .filter(one -> !Character.isWhitespace(one))
                    .count();
            double commas = text.chars().filter(one -> one == '、').count();
            return 115.79
                    - 0.12 * length / sentences
                    - 1.37 * mean(text, "[\\p{IsLatin}]+")
                    + 7.4 * mean(text, "\\p{IsHiragana}+")
                    - 23.18 * mean(text, "[\\p{IsHan}々〆]+")
                    - 5.4 * mean(text, "[\\p{IsKatakana}ー]+")
                    - 4.67 * commas / sentences;
        }

        private static double mean(String text, String run) {
            return Pattern.compile(run)
                    .matcher(text)
                    .results()
                    .mapToInt(match -> match.end() - match.start())
                    .average()
                    .orElse(0);
        }
    }
}
