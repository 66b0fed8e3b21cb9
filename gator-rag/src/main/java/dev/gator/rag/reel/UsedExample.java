package dev.gator.rag.reel;

import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An example that the writer saw.
 *
 * @param found the example
 * @param sentence the sentence of the script that shows it: at least two words that mean something, and a third of them all,
 *     in common with a sentence of the example
 */
public record UsedExample(FoundExample found, Optional<String> sentence) {

    private static final double INFLUENCE = 1 / 3.0;

    static UsedExample of(FoundExample found, ReelScript script, Lexicon lexicon) {
        List<Set<String>> own = Words.sentences(found.example().text()).stream()
                .map(sentence -> Set.copyOf(lexicon.content(sentence)))
                .toList();
        String best = "";
        double most = INFLUENCE;
        for (String sentence : Words.sentences(script.spoken())) {
            Set<String> words = Set.copyOf(lexicon.content(sentence));
            for (Set<String> other : own) {
                double overlap = Words.overlap(words, other);
                if (overlap >= most && shared(words, other) >= 2) {
                    most = overlap;
                    best = sentence;
                }
            }
        }
        return new UsedExample(found, Optional.of(best).filter(text -> !text.isEmpty()));
    }

    private static long shared(Set<String> left, Set<String> right) {
        return left.stream().filter(right::contains).count();
    }

    /** Returns id, similarity and sentence in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s (%.2f) -> %s",
                found.id(),
                found.similarity(),
                sentence.map(text -> "\"" + text + "\"").orElse("no sentence"));
    }
}
