package dev.gator.rag.validate;

import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How fresh a script is, 0 to 1 in four parts. The formula is in the guide to reels.
 *
 * @param novelty one minus the largest share of word pairs in common with any text it is compared with
 * @param diversity different words among the words that mean something
 * @param surprise words that neither the brief nor the other texts handed over
 * @param coherence sentences that are tied to another sentence or to the brief by a word
 */
public record Creativity(double novelty, double diversity, double surprise, double coherence) {

    private static final int STEM = 5;

    /** Returns 100 times 0.30 novelty, 0.25 diversity, 0.20 surprise and 0.25 coherence. */
    public double score() {
        return 100 * (0.30 * novelty + 0.25 * diversity + 0.20 * surprise + 0.25 * coherence);
    }

    /** Measures a script against its brief and other texts. */
    public static Creativity of(ReelScript script, String brief, List<String> others, Lexicon lexicon) {
        List<String> content = lexicon.content(script.spoken());
        if (content.isEmpty()) {
            return new Creativity(0, 0, 0, 0);
        }
        Set<String> given = stems(lexicon.content(brief + " " + String.join(" ", others)));
        long fresh =
                content.stream().filter(word -> !given.contains(stem(word))).count();
        return new Creativity(
                1 - closest(script, others),
                new HashSet<>(content).size() / (double) content.size(),
                fresh / (double) content.size(),
                coherence(script, brief, lexicon));
    }

    /** Returns the largest share of word pairs that a script has in common with one of the texts. */
    public static double closest(ReelScript script, List<String> others) {
        Set<String> pairs = Words.pairs(script.spoken());
        return others.stream()
                .mapToDouble(other -> Words.overlap(pairs, Words.pairs(other)))
                .max()
                .orElse(0);
    }

    private static double coherence(ReelScript script, String brief, Lexicon lexicon) {
        List<Set<String>> sentences = Words.sentences(script.spoken()).stream()
                .map(sentence -> stems(lexicon.content(sentence)))
                .toList();
        Set<String> asked = stems(lexicon.content(brief));
        long tied = 0;
        for (Set<String> one : sentences) {
            boolean toAnother = sentences.stream().anyMatch(other -> other != one && Words.overlap(one, other) > 0);
            tied += toAnother || Words.overlap(one, asked) > 0 ? 1 : 0;
        }
        return sentences.isEmpty() ? 0 : tied / (double) sentences.size();
    }

    private static Set<String> stems(List<String> words) {
        Set<String> stems = new HashSet<>();
        words.forEach(word -> stems.add(stem(word)));
        return stems;
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }
}
