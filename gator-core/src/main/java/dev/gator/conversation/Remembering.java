package dev.gator.conversation;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.tools.ToolLoop;
import dev.gator.tools.ToolRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool loop for one turn that remembers what was said in it. */
final class Remembering implements ChatModel {

    private final ToolLoop loop;
    private volatile @Nullable ToolRun run;

    Remembering(ToolLoop loop) {
        this.loop = loop;
    }

    @Override
    public ModelCard card() {
        return loop.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        ToolRun started = loop.open(request);
        run = started;
        return started.reply();
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        ToolRun started = loop.open(request);
        run = started;
        return started.stream();
    }

    List<Message> said() {
        ToolRun done = run;
        return done == null ? List.of() : done.messages();
    }
}
