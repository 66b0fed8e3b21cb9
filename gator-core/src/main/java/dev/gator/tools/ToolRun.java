package dev.gator.tools;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import java.util.List;

/** One call of a {@link ToolLoop}: ask either for the reply or for the stream, once. Used by one thread at a time. */
public final class ToolRun {

    private final ChatModel model;
    private final Rounds rounds;

    ToolRun(ChatModel model, Rounds rounds) {
        this.model = model;
        this.rounds = rounds;
    }

    /** Asks and runs tools until the model answers. */
    public ChatReply reply() {
        while (true) {
            if (rounds.accept(model.chat(rounds.next()))) {
                return rounds.reply();
            }
            rounds.runTools();
        }
    }

    /** Does the same while words arrive; tools show as {@link dev.gator.chat.ChatEvent.Progress}. */
    public ChatStream stream() {
        return ChatStream.over(new RoundsSource(model, rounds), rounds.context());
    }

    /** Returns what was said after the request: tool calls, their results and, at the end, the answer. */
    public List<Message> messages() {
        return rounds.added();
    }
}
