package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is searched for on the way to an answer: the question itself, another wording, a part of it, or what an
 * answer may look like. Probes with the same aim are averaged by weight; a piece that serves one aim well need not serve the
 * others.
 *
 * @param aim which question it serves; the question itself or a part of it
 * @param text what is searched for
 * @param how by words, by meaning, or by both
 * @param weight how much it counts among the probes of its aim, more than 0
 * @param vector its meaning if that is known already, or null
 */
public record Probe(String aim, String text, How how, double weight, @Nullable Embedding vector) {

    /** How a probe is searched for. */
    public enum How {
        /** By its words. */
        WORDS,
        /** By its meaning. */
        MEANING,
        /** By both. */
        BOTH
    }

    /** Checks the text and the weight. */
    public Probe {
        Require.text("text of a probe", text);
        Require.that(weight > 0 && weight <= 1_000, "weight of a probe is " + weight + ", allowed is above 0 to 1000");
    }

    /** Returns the probe for a question, or for a part of one, as it stands. */
    public static Probe of(String question) {
        return new Probe(question, question, How.BOTH, 1, null);
    }

    /** Returns another wording of the same aim. */
    public Probe alternative(String wording, How by, double itsWeight) {
        return new Probe(aim, wording, by, itsWeight, null);
    }

    /** Returns a probe of the same aim by a meaning that is known already. */
    Probe near(Embedding meaning, double itsWeight) {
        return new Probe(aim, text, How.MEANING, itsWeight, meaning);
    }

    /** Returns its meaning if that is known already. */
    public Optional<Embedding> embedding() {
        return Optional.ofNullable(vector);
    }

    boolean byWords() {
        return how != How.MEANING;
    }

    boolean byMeaning() {
        return how != How.WORDS;
    }
}
