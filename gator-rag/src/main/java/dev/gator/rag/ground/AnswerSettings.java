package dev.gator.rag.ground;

import dev.gator.chat.ChatModel;
import dev.gator.embed.EmbeddingModel;
import dev.gator.tool.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answerer can be told to do differently. Changed only by copying, before anybody sees the copy. */
final class AnswerSettings implements Cloneable {

    /** Below it is noise; what is above may still say nothing, which writer and verification find out. */
    static final double NOISE = 0.05;

    double threshold = NOISE;
    int most = 8;
    String instructions = "";
    List<Tool> tools = List.of();

    @Nullable
    EmbeddingModel meaning;

    @Nullable
    ChatModel judge;

    AnswerSettings copy() {
        try {
            return (AnswerSettings) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
