package dev.gator.rag.script;

import dev.gator.rag.text.Lexicon;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a script. The same object writes them into a prompt and judges what comes back, so the two cannot disagree.
 *
 * @param hookWords how many words the hook has
 * @param bodyWords how many words the body has
 * @param ctaWords how many words the call to action has
 * @param captionCharacters how many characters the caption has
 * @param hashtags how many hashtags there are
 * @param banned words that no field may hold, in any form
 */
public record ReelRules(
        Range hookWords,
        Range bodyWords,
        Range ctaWords,
        Range captionCharacters,
        Range hashtags,
        List<String> banned) {

    /** Copies the list. */
    public ReelRules {
        banned = List.copyOf(banned);
    }

    /** Returns the usual rules. */
    public static ReelRules standard() {
        return new ReelRules(
                new Range(3, 15),
                new Range(20, 150),
                new Range(3, 15),
                new Range(50, 200),
                new Range(3, 10),
                List.of());
    }

    /** Returns the range of a part: words, characters of the caption, or the number of hashtags. */
    public Range range(ReelField field) {
        return switch (field) {
            case HOOK -> hookWords;
            case BODY -> bodyWords;
            case CTA -> ctaWords;
            case CAPTION -> captionCharacters;
            case HASHTAGS -> hashtags;
        };
    }

    /** Returns what the range of a part counts. */
    public static String unit(ReelField field) {
        return switch (field) {
            case HOOK, BODY, CTA -> "words";
            case CAPTION -> "characters";
            case HASHTAGS -> "hashtags";
        };
    }

    /** Returns the same rules with more banned words. */
    public ReelRules banning(List<String> words) {
        List<String> all = new ArrayList<>(banned);
        words.stream().filter(word -> !all.contains(word)).forEach(all::add);
        return new ReelRules(hookWords, bodyWords, ctaWords, captionCharacters, hashtags, all);
    }

    /** Returns the same rules with another range for one part. */
    public ReelRules with(ReelField field, Range range) {
        return new ReelRules(
                field == ReelField.HOOK ? range : hookWords,
                field == ReelField.BODY ? range : bodyWords,
                field == ReelField.CTA ? range : ctaWords,
                field == ReelField.CAPTION ? range : captionCharacters,
                field == ReelField.HASHTAGS ? range : hashtags,
                banned);
    }

    /** Returns how many words may be spoken in that time. */
    public static int spokenWords(int seconds, Lexicon lexicon) {
        return (int) Math.floor(seconds * lexicon.wordsPerSecond());
    }

    /** Returns the rules as a prompt says them. */
    public String prompt(int seconds, Lexicon lexicon) {
        List<String> lines = new ArrayList<>();
        for (ReelField field : ReelField.values()) {
            lines.add("- " + field.key() + ": " + range(field) + " " + unit(field));
        }
        lines.add("- each hashtag begins with #, has no spaces, and none comes twice");
        lines.add("- hook, body and cta together: at most " + spokenWords(seconds, lexicon) + " words, spoken in "
                + seconds + " seconds");
        if (!lexicon.isSpaced()) {
            lines.add("- two characters of a script without spaces count as one word");
        }
        lines.add("- everything is written in the language \"" + lexicon.language() + "\"");
        if (!banned.isEmpty()) {
            lines.add("- never, in any form and in no part, hashtags included: " + String.join(", ", banned));
        }
        return String.join("\n", lines);
    }
}
