package dev.gator.rag.script;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How good an example is as an example. The formula is in the guide to the studio.
 *
 * @param score 0 to 100
 * @param reasons one line for each part of the score
 */
public record ExampleQuality(double score, List<String> reasons) {

    private static final Range LENGTH = new Range(30, 150);
    private static final Range HOOK = new Range(3, 15);
    private static final double FRESH_WORDS = 0.7;
    private static final double STRONG_ENGAGEMENT = 10;

    /** Copies the reasons. */
    public ExampleQuality {
        reasons = List.copyOf(reasons);
    }

    /** Judges an example: 25 length, 20 hook, 15 call to action, 15 readability, 10 words, 15 engagement. */
    public static ExampleQuality of(ReelExample example) {
        Judgement judgement = new Judgement(example);
        judgement.length();
        judgement.hook();
        judgement.language();
        judgement.engagement();
        return new ExampleQuality(judgement.score, judgement.reasons);
    }

    /** Collects the parts of a score. */
    private static final class Judgement {
        private final ReelExample example;
        private final List<String> sentences;
        private final List<String> reasons = new ArrayList<>();
        private double score;

        Judgement(ReelExample example) {
            this.example = example;
            this.sentences = Words.sentences(example.text());
        }

        void length() {
            int words = Words.count(example.text());
            double near = words < LENGTH.min()
                    ? words / (double) LENGTH.min()
                    : Math.min(1, LENGTH.max() / (double) Math.max(1, words));
            add(25, near, "length: " + words + " words, " + LENGTH + " are best");
        }

        void hook() {
            int words = Words.count(sentences.get(0));
            add(20, HOOK.has(words) ? 1 : 0, "hook: " + words + " words, " + HOOK + " are best");
        }

        void language() {
            Optional<Lexicon> known = lexicon(example.language());
            if (known.isEmpty()) {
                add(40, 0, "language: there are no words of " + example.language() + " to judge by");
                return;
            }
            Lexicon lexicon = known.get();
            boolean calls = lexicon.callsToAct(sentences.get(sentences.size() - 1));
            add(15, calls ? 1 : 0, "call to action: the last sentence " + (calls ? "has one" : "has none"));
            double reading = lexicon.readability(example.text());
            add(15, reading / 100, String.format(Locale.ROOT, "readability: %.0f of 100", reading));
            List<String> content = lexicon.content(example.text());
            double fresh = content.isEmpty() ? 0 : new HashSet<>(content).size() / (double) content.size();
            add(10, Math.min(1, fresh / FRESH_WORDS), String.format(Locale.ROOT, "words: %.0f %% differ", 100 * fresh));
        }

        void engagement() {
            double rate = example.engagement();
            String said = rate == 0 ? "nobody measured it" : String.format(Locale.ROOT, "%.1f %%", rate);
            add(15, example.high() ? Math.min(1, rate / STRONG_ENGAGEMENT) : 0, "engagement: " + said);
        }

        private void add(double most, double share, String reason) {
            double points = most * share;
            score += points;
            reasons.add(String.format(Locale.ROOT, "%.0f of %.0f for %s", points, most, reason));
        }

        private static Optional<Lexicon> lexicon(Language language) {
            boolean known =
                    Lexicon.languages().stream().anyMatch(there -> there.base().equals(language.base()));
            return known ? Optional.of(Lexicon.of(language)) : Optional.empty();
        }
    }
}
