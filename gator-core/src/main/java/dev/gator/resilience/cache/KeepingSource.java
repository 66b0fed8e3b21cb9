package dev.gator.resilience.cache;

import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ReplyAssembler;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes a stream on and keeps the whole reply when it is complete; half a reply is never kept. */
final class KeepingSource implements EventSource {

    private final ChatStream stream;
    private final Iterator<ChatEvent> events;
    private final ReplyAssembler assembler = new ReplyAssembler();
    private final Span span;
    private final Consumer<ChatReply> keep;

    KeepingSource(ChatStream stream, Span span, Consumer<ChatReply> keep) {
        this.stream = stream;
        this.events = stream.iterator();
        this.span = span;
        this.keep = keep;
    }

    @Override
    public @Nullable ChatEvent next() {
        try {
            if (!events.hasNext()) {
                return null;
            }
            ChatEvent event = events.next();
            assembler.accept(event);
            if (event instanceof ChatEvent.Finished) {
                keep.accept(assembler.toReply());
                span.end();
            }
            return event;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    @Override
    public void close() {
        stream.close();
        span.end();
    }
}
