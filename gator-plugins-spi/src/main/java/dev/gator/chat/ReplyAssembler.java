package dev.gator.chat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the events of a stream together to the reply that they are. Not thread-safe. */
public final class ReplyAssembler {

    private final Map<Integer, Part> parts = new TreeMap<>();
    private ChatEvent.Started started = new ChatEvent.Started("", "", List.of());
    private boolean finished;
    private ChatReply.Builder builder = ChatReply.from("");

    /** Creates an assembler that has seen nothing. */
    public ReplyAssembler() {}

    /** Takes in the next event. */
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta) {
            return; // the frequent case first; the words come again with the end of the part
        }
        if (event instanceof ChatEvent.PartEnded ended) {
            parts.put(ended.part(), ended.value());
        } else if (event instanceof ChatEvent.Started start) {
            started = start;
        } else if (event instanceof ChatEvent.Finished end) {
            finished = true;
            builder = ChatReply.from(started.model())
                    .id(started.replyId())
                    .warnings(started.warnings())
                    .finish(end.finish())
                    .usage(end.usage())
                    .cost(end.cost());
            parts.values().forEach(builder::part);
        }
    }

    /** Returns whether the terminal event was seen. */
    public boolean isFinished() {
        return finished;
    }

    /** Returns the reply; meaningful once {@link #isFinished()}. */
    public ChatReply toReply() {
        return builder.build();
    }
}
