package dev.gator.rag.reel;

import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * An example that the writer saw.
 *
 * @param found the example
 * @param sentence the sentence of the script that is nearest to one of its own, if one shares at least a fifth of its words
 */
public record UsedExample(FoundExample found, Optional<String> sentence) {

    private static final double INFLUENCE = 0.2;

    static UsedExample of(FoundExample found, ReelScript script) {
        List<String> own = Words.sentences(found.example().text());
        String best = "";
        double most = INFLUENCE;
        for (String sentence : Words.sentences(script.spoken())) {
            for (String other : own) {
                double overlap = Words.overlap(sentence, other);
                if (overlap >= most) {
                    most = overlap;
                    best = sentence;
                }
            }
        }
        return new UsedExample(found, Optional.of(best).filter(text -> !text.isEmpty()));
    }

    /** Returns id, similarity and sentence in one line. */
    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%s (%.2f) -> %s",
                found.id(),
                found.similarity(),
                sentence.map(text -> "\"" + text + "\"").orElse("no sentence"));
    }
}
