package dev.gator.guard;

import dev.gator.error.Require;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds phrases that must not be said, as whole words whatever their case: {@code fat} is not found in {@code fatigue}.
 * Phrases that would silence the truth about being an AI are left out. Immutable.
 */
public final class PhraseCheck {

    private static final Pattern ABOUT_AI = Pattern.compile(
            "(?iU)\\b(?:ai|a\\.i\\.|artificial intelligence|artificial|bots?|chatbots?|robots?|language model|machine|"
                    + "computer program|virtual|ia|inteligencia artificial|intelligence artificielle|ki|"
                    + "künstliche intelligenz|maschine|intelligenza artificiale|inteligência artificial|robô)\\b");

    private final List<Phrase> phrases;

    private PhraseCheck(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** Returns the check for these phrases. */
    public static PhraseCheck of(List<String> forbidden) {
        return new PhraseCheck(forbidden.stream()
                .filter(phrase -> !ABOUT_AI.matcher(phrase).find())
                .map(Phrase::of)
                .toList());
    }

    /** Returns the phrases that are checked. */
    public List<String> phrases() {
        return phrases.stream().map(Phrase::text).toList();
    }

    /** Returns the forbidden phrases that the text contains, each once. */
    public List<String> findIn(String text) {
        return phrases.stream()
                .filter(phrase -> phrase.pattern.matcher(text).find())
                .map(Phrase::text)
                .toList();
    }

    private record Phrase(String text, Pattern pattern) {

        static Phrase of(String text) {
            String words = Pattern.compile("\\s+")
                    .splitAsStream(Require.text("forbidden phrase", text).strip())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+"));
            int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new Phrase(
                    text.strip(), Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])", flags));
        }
    }
}
