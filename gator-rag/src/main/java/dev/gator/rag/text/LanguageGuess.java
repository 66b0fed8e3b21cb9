package dev.gator.rag.text;

import dev.gator.content.Language;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the language of a text by its script, its letters and its common words; what it cannot tell is unknown. */
final class LanguageGuess {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern DEVANAGARI = Pattern.compile("[\\p{IsDevanagari}&&\\p{L}]");
    private static final double LEAD = 0.2;

    private LanguageGuess() {}

    static Optional<Language> of(String text, Collection<Lexicon> lexicons) {
        long letters = LETTER.matcher(text).results().count();
        if (2 * DEVANAGARI.matcher(text).results().count() > letters) {
            return Optional.of(Language.HI);
        }
        if (KANA.matcher(text).find() && 2 * (Words.count(text) - latin(text)) > Words.count(text)) {
            return Optional.of(Language.JA);
        }
        return byWords(text, lexicons);
    }

    private static long latin(String text) {
        return Words.in(text).stream().filter(word -> !Words.isUnspaced(word)).count();
    }

    private static Optional<Language> byWords(String text, Collection<Lexicon> lexicons) {
        Optional<Language> best = Optional.empty();
        double most = 0;
        double second = 0;
        for (Lexicon lexicon : lexicons) {
            double score = score(text, lexicon, lexicons);
            if (score > most) {
                second = most;
                most = score;
                best = Optional.of(lexicon.language());
            } else {
                second = Math.max(second, score);
            }
        }
        return most - second >= LEAD ? best : Optional.empty();
    }

    /** Counts letters that only this language has, and words, which count the less the more languages share them. */
    private static double score(String text, Lexicon lexicon, Collection<Lexicon> all) {
        List<String> words = lexicon.words(text);
        double score = lexicon.ownLetters(text);
        for (String word : words) {
            if (lexicon.isCommon(word)) {
                score +=
                        1.0 / all.stream().filter(other -> other.isCommon(word)).count();
            }
        }
        return score;
    }
}
