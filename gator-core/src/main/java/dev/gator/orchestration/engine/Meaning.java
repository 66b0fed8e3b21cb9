package dev.gator.orchestration.engine;

import dev.gator.chat.ChatModel;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.Require;
import java.util.List;

/**
 * Compares what texts mean. Texts that deny each other or name different numbers are never alike, however many words they
 * share. Implementations are thread-safe.
 */
public interface Meaning {

    /** Returns its name, for the trace and for verdicts. */
    String name();

    /** Returns from which likeness on two texts mean the same. */
    double threshold();

    /** Compares texts; what that consumes goes on the run's bill. */
    Likeness compare(List<String> texts, Run run);

    /** Returns the comparison by words and their stems: needs no model, and takes paraphrases in other words as different. */
    static Meaning lexical() {
        return new LexicalMeaning(0.5, true);
    }

    /** Returns the comparison by vectors: two texts mean the same from a cosine of 0.75 on. */
    static Meaning of(EmbeddingModel model) {
        return new EmbeddedMeaning(model, 0.75, true);
    }

    /** Returns the comparison by a model that groups the texts: one call, understands what the others only guess. */
    static Meaning judgedBy(ChatModel model) {
        return new JudgedMeaning(model);
    }

    /** Returns the same comparison by topic only: texts that deny each other or name other numbers may be alike. */
    default Meaning byTopic() {
        return this;
    }

    /** Returns the same comparison with another threshold. */
    default Meaning from(double threshold) {
        return new ShiftedMeaning(this, Require.range("threshold of likeness", threshold, 0, 1));
    }
}
