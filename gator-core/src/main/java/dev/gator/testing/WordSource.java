package dev.gator.testing;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a scripted reply word by word. The script is asked at the first pull, as a wire would be. */
final class WordSource implements EventSource {

    private final Line line;
    private final Pace pace;
    private final Function<CallContext, ChatReply> script;
    private final Cancellation.Child stop;
    private final CallContext context;
    private @Nullable Queue<ChatEvent> events;
    private int said;

    WordSource(Line line, Pace pace, CallContext outer, Function<CallContext, ChatReply> script) {
        this.line = line;
        this.pace = pace;
        this.script = script;
        this.stop = outer.cancellation().child();
        this.context = outer.withCancellation(stop.cancellation());
    }

    @Override
    public @Nullable ChatEvent next() {
        Queue<ChatEvent> queue = events;
        if (queue == null) {
            queue = inWords(script.apply(context));
            events = queue;
        }
        if (queue.peek() instanceof ChatEvent.TextDelta || queue.peek() instanceof ChatEvent.PartEnded) {
            line.breakAfter(said);
        }
        if (queue.peek() instanceof ChatEvent.TextDelta) {
            pace.beforeWord(context);
            said++;
        }
        return queue.poll();
    }

    @Override
    public void close() {
        stop.cancellation().cancel();
        stop.close();
    }

    private static Queue<ChatEvent> inWords(ChatReply reply) {
        Queue<ChatEvent> queue = new ArrayDeque<>();
        for (ChatEvent event : ChatStream.of(reply)) {
            if (event instanceof ChatEvent.TextDelta delta) {
                for (String word : delta.text().split("(?<= )", 0)) {
                    queue.add(new ChatEvent.TextDelta(delta.part(), word));
                }
            } else {
                queue.add(event);
            }
        }
        return queue;
    }
}
