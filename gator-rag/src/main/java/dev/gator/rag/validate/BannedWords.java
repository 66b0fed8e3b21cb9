package dev.gator.rag.validate;

import dev.gator.content.Language;
import dev.gator.rag.text.Inflections;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds words that may not be used, in every form they take, whole words only: {@code fat} finds {@code fatter},
 * {@code f@t} and {@code #NoMoreFat}, and never {@code fatigue}. Immutable.
 */
public final class BannedWords {

    private final Map<String, List<Set<String>>> phrases = new LinkedHashMap<>();

    private BannedWords(List<String> banned, Language language) {
        for (String phrase : banned) {
            List<Set<String>> forms = Words.in(phrase).stream()
                    .map(word -> Inflections.of(word, language))
                    .toList();
            if (!forms.isEmpty()) {
                phrases.put(phrase, forms);
            }
        }
    }

    /** Returns a search for these words and phrases. */
    public static BannedWords of(List<String> banned, Language language) {
        return new BannedWords(banned, language);
    }

    /** Returns the banned words that a text holds, as they were banned. */
    public List<String> in(String text) {
        List<String> words = Words.folded(text).stream().map(BannedWords::plain).toList();
        List<String> found = new ArrayList<>();
        phrases.forEach((phrase, forms) -> {
            if (occurs(forms, words)) {
                found.add(phrase);
            }
        });
        return found;
    }

    /** Returns the banned words that a hashtag holds, also where it is written in one piece of several words. */
    public List<String> inHashtag(String hashtag) {
        return in(Words.unglued(hashtag));
    }

    private static boolean occurs(List<Set<String>> forms, List<String> words) {
        for (int start = 0; start + forms.size() <= words.size(); start++) {
            int matched = 0;
            while (matched < forms.size() && forms.get(matched).contains(words.get(start + matched))) {
                matched++;
            }
            if (matched == forms.size()) {
                return true;
            }
        }
        return false;
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
