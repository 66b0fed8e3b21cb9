package dev.gator.chat;

import dev.gator.call.CallContext;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * An answer while it is being made. One thread reads it, once, by iterating; {@link #close()} may come from any thread
 * and cancels the work, down to the socket.
 *
 * <pre>{@code
 * try (ChatStream answer = model.stream("Why is the sky blue?")) {
 *     answer.forEach(event -> System.out.print(event.text()));
 *     System.out.println(answer.reply().usage());
 * }
 * }</pre>
 */
public interface ChatStream extends Iterable<ChatEvent>, AutoCloseable {

    /**
     * Returns the events. Reading blocks until the next one is there and throws
     * {@link dev.gator.error.GatorException} if the answer fails, also when it ends without {@link ChatEvent.Finished}.
     */
    @Override
    Iterator<ChatEvent> iterator();

    /** Reads what is left and returns exactly what {@link ChatModel#chat(ChatRequest)} would have returned. */
    ChatReply reply();

    /** Stops the work, if it still goes on. Never fails; later calls do nothing. */
    @Override
    void close();

    /** Reads the stream, gives each piece of text to {@code sink} and returns the whole reply. */
    default ChatReply forEachText(Consumer<String> sink) {
        for (ChatEvent event : this) {
            if (event instanceof ChatEvent.TextDelta delta) {
                sink.accept(delta.text());
            }
        }
        return reply();
    }

    /**
     * Returns the events as a publisher for one subscriber, for reactive applications. It reads no further than the
     * subscriber has asked for, and its cancellation closes the stream. Reading runs on {@code context.workers()}.
     */
    default Flow.Publisher<ChatEvent> publisher(CallContext context) {
        return new StreamPublisher(this, context.workers());
    }

    /** Returns a stream over a source, which only has to produce events; see {@link EventSource}. */
    static ChatStream over(EventSource source, CallContext context) {
        return new PulledStream(source, context);
    }

    /** Returns a stream that tells a reply that is already there. */
    static ChatStream of(ChatReply reply) {
        return new PulledStream(new ReplaySource(reply), CallContext.create());
    }
}
