package dev.gator.rag.validate;

import dev.gator.content.Language;
import dev.gator.rag.script.Range;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds scripts against the rules, whole or one part at a time. Immutable and thread-safe. */
public final class ReelValidator {

    private final ReelRules rules;
    private final Lexicon lexicon;
    private final BannedWords banned;

    private ReelValidator(ReelRules rules, Lexicon lexicon) {
        this.rules = rules;
        this.lexicon = lexicon;
        this.banned = BannedWords.of(rules.banned(), lexicon.language());
    }

    /** Returns a validator for scripts in a language. */
    public static ReelValidator of(ReelRules rules, Language language) {
        return new ReelValidator(rules, Lexicon.of(language));
    }

    /** Returns the rules. */
    public ReelRules rules() {
        return rules;
    }

    /** Returns everything that is wrong with a script of at most so many seconds, or could be better. */
    public List<Finding> check(ReelScript script, int seconds) {
        List<Finding> findings = new ArrayList<>();
        for (ReelField field : ReelField.values()) {
            findings.addAll(
                    field == ReelField.HASHTAGS ? hashtags(script.hashtags()) : text(field, script.text(field)));
        }
        findings.addAll(length(script, seconds));
        findings.addAll(callToAction(script));
        return List.copyOf(findings);
    }

    /** Returns what is wrong with one part that is complete; the hashtags go to {@link #hashtags}. */
    public List<Finding> text(ReelField field, String text) {
        List<Finding> findings = new ArrayList<>();
        int size = field == ReelField.CAPTION ? text.length() : Words.count(text);
        Range range = rules.range(field);
        if (!range.has(size)) {
            findings.add(Finding.error(field, "has " + size + " " + ReelRules.unit(field) + ", allowed are " + range));
        }
        findings.addAll(words(field, text));
        return findings;
    }

    /** Returns what is wrong with a part that is still being written and no more words will mend. */
    public List<Finding> growing(ReelField field, String text) {
        List<Finding> findings = new ArrayList<>();
        int size = field == ReelField.CAPTION ? text.length() : Words.count(text);
        if (size > rules.range(field).max()) {
            findings.add(Finding.error(
                    field,
                    "already has " + size + " " + ReelRules.unit(field) + ", at most "
                            + rules.range(field).max() + " are allowed"));
        }
        findings.addAll(words(field, whole(text)));
        return findings;
    }

    /** Returns what is wrong with the hashtags. */
    public List<Finding> hashtags(List<String> tags) {
        List<Finding> findings = new ArrayList<>();
        if (!rules.hashtags().has(tags.size())) {
            findings.add(Finding.error(
                    ReelField.HASHTAGS, "there are " + tags.size() + ", allowed are " + rules.hashtags()));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            findings.addAll(hashtag(tags.get(i), i + 1, seen));
        }
        return findings;
    }

    private List<Finding> hashtag(String tag, int number, Set<String> seen) {
        List<Finding> findings = new ArrayList<>();
        if (!tag.startsWith("#") || tag.length() < 2) {
            findings.add(Finding.error(ReelField.HASHTAGS, "hashtag " + number + " does not begin with #"));
        }
        if (tag.chars().anyMatch(Character::isWhitespace)) {
            findings.add(Finding.error(ReelField.HASHTAGS, "hashtag " + number + " has a space"));
        }
        if (!seen.add(Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))) {
            findings.add(Finding.error(ReelField.HASHTAGS, "hashtag " + number + " is there twice: " + tag));
        }
        for (String word : banned.inHashtag(tag)) {
            findings.add(Finding.error(ReelField.HASHTAGS, "banned word \"" + word + "\" in hashtag " + number));
        }
        return findings;
    }

    /** Returns a text without its last word, which may still grow into another. */
    private static String whole(String text) {
        int end = text.length();
        while (end > 0 && " 、。！？".indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private List<Finding> words(ReelField field, String text) {
        return banned.in(text).stream()
                .map(word -> Finding.error(field, "banned word \"" + word + "\""))
                .toList();
    }

    private List<Finding> length(ReelScript script, int seconds) {
        int words = Words.count(script.spoken());
        int most = ReelRules.spokenWords(seconds, lexicon);
        double spoken = lexicon.seconds(script.spoken());
        if (words > most) {
            String message = String.format(
                    Locale.ROOT,
                    "the script takes %.1f s to say and has %d s; cut it by %d words",
                    spoken,
                    seconds,
                    words - most);
            return List.of(Finding.error(ReelField.BODY, message));
        }
        return spoken < 0.6 * seconds
                ? List.of(Finding.warning(
                        ReelField.BODY,
                        String.format(Locale.ROOT, "the script takes only %.1f s of %d s", spoken, seconds)))
                : List.of();
    }

    private List<Finding> callToAction(ReelScript script) {
        List<Finding> findings = new ArrayList<>();
        if (!lexicon.callsToAct(script.cta())) {
            findings.add(Finding.warning(ReelField.CTA, "no verb that tells what to do"));
        }
        if (!lexicon.isUrgent(script.cta())) {
            findings.add(Finding.warning(ReelField.CTA, "nothing says why now"));
        }
        return findings;
    }
}
