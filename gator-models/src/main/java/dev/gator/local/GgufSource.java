package dev.gator.local;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries events from the thread that computes to the thread that reads; neither waits for the other to be quick. */
final class GgufSource implements EventSource {

    private static final long LOOK_UP_MILLIS = 25;

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CallContext context;
    private volatile boolean closed;
    private boolean ended;

    GgufSource(CallContext context) {
        this.context = context;
    }

    void tell(ChatEvent event) {
        signals.add(new Told(event));
    }

    void fail(GatorException error) {
        signals.add(new Failed(error));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable ChatEvent next() {
        if (ended) {
            return null;
        }
        Signal signal = await();
        if (signal instanceof Failed failed) {
            ended = true;
            throw failed.error();
        }
        ChatEvent event = ((Told) signal).event();
        ended = event instanceof ChatEvent.Finished;
        return event;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            fail(new GatorException(CallError.CANCELLED, "the stream was closed"));
        }
    }

    private Signal await() {
        try {
            Signal signal = signals.poll();
            while (signal == null) {
                context.check();
                signal = signals.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while waiting for the model", e);
        }
    }

    private sealed interface Signal {}

    private record Told(ChatEvent event) implements Signal {}

    private record Failed(GatorException error) implements Signal {}
}
