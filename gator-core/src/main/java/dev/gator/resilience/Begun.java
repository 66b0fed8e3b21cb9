package dev.gator.resilience;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A stream that was read up to its first content. One reader after that. */
final class Begun implements AutoCloseable {

    private final ChatStream stream;
    private final Iterator<ChatEvent> rest;
    private final Deque<ChatEvent> head = new ArrayDeque<>(4);

    private Begun(ChatStream stream) {
        this.stream = stream;
        this.rest = stream.iterator();
    }

    static Begun read(ChatStream stream) {
        try {
            Begun begun = new Begun(stream);
            while (begun.rest.hasNext()) {
                ChatEvent event = begun.rest.next();
                begun.head.add(event);
                if (GuardedSource.isContent(event) && !(event instanceof ChatEvent.Progress)) {
                    break;
                }
            }
            return begun;
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    @Nullable
    ChatEvent next() {
        ChatEvent event = head.poll();
        if (event != null) {
            return event;
        }
        return rest.hasNext() ? rest.next() : null;
    }

    @Override
    public void close() {
        stream.close();
    }
}
