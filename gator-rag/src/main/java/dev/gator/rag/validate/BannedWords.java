package dev.gator.rag.validate;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds words that may not be used, in every form they take. Where a language writes spaces, whole words only: {@code fat}
 * finds {@code fatter}, {@code f@t} and {@code #NoMoreFat}, and never {@code fatigue}; German compounds count, so
 * {@code Fett} finds {@code Fettverbrennung} and not {@code Konfetti}. Where it writes none, as Japanese, a word is found
 * wherever it stands, in hiragana or katakana; of kana alone and shorter than four, only where a word seems to begin.
 * Immutable.
 */
public final class BannedWords {

    private final List<BannedPhrase> phrases = new ArrayList<>();
    private final Lexicon lexicon;

    private BannedWords(List<String> banned, Lexicon lexicon) {
        this.lexicon = lexicon;
        for (String phrase : banned) {
            if (!Words.in(phrase).isEmpty()) {
                phrases.add(BannedPhrase.of(phrase, lexicon));
            }
        }
    }

    /**
     * Returns a search for these words and phrases.
     *
     * @throws dev.gator.error.GatorException if there are no words of the language
     */
    public static BannedWords of(List<String> banned, Language language) {
        return new BannedWords(banned, Lexicon.of(language));
    }

    /** Returns the banned words that a text holds, as they were banned. */
    public List<String> in(String text) {
        if (phrases.isEmpty()) {
            return List.of();
        }
        List<String> words =
                lexicon.words(text).stream().map(BannedWords::plain).toList();
        return phrases.stream()
                .filter(phrase -> phrase.occurs(text, words))
                .map(BannedPhrase::written)
                .toList();
    }

    /** Returns the banned words that a hashtag holds, also where it is written in one piece of several words. */
    public List<String> inHashtag(String hashtag) {
        return in(Words.unglued(hashtag));
    }

    /** Returns a word without its disguise: letters in place of the signs and digits that look like them. */
    private static String plain(String word) {
        if (word.chars().noneMatch(Character::isLetter)) {
            return word;
        }
        return word.replace('@', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace("-", "")
                .replace(".", "");
    }
}
