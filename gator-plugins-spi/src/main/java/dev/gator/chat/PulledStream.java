package dev.gator.chat;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The stream around every source: one reader, one reply, a terminal event or an error, and a close that wakes. */
final class PulledStream implements ChatStream, Iterator<ChatEvent> {

    private final EventSource source;
    private final CallContext context;
    private final Cancellation.Registration onCancel;
    private final ReplyAssembler assembler = new ReplyAssembler();
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean iterating;
    private boolean exhausted;
    private @Nullable ChatEvent next;
    private @Nullable GatorException failure;

    PulledStream(EventSource source, CallContext context) {
        this.source = source;
        this.context = context;
        this.onCancel = context.cancellation().onCancel(this::close);
    }

    @Override
    public Iterator<ChatEvent> iterator() {
        if (iterating) {
            throw new GatorException(CallError.STREAM_USED, "the stream is already being read");
        }
        iterating = true;
        return this;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !exhausted) {
            next = pull();
        }
        return next != null;
    }

    @Override
    public ChatEvent next() {
        ChatEvent event = hasNext() ? next : null;
        if (event == null) {
            throw new NoSuchElementException("the answer is complete");
        }
        next = null;
        return event;
    }

    @Override
    public ChatReply reply() {
        iterating = true;
        while (hasNext()) {
            next();
        }
        if (failure != null) {
            throw failure;
        }
        return assembler.toReply();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onCancel.close();
            source.close();
        }
    }

    private @Nullable ChatEvent pull() {
        if (failure != null) {
            throw failure;
        }
        try {
            refuseIfStopped();
            ChatEvent event = source.next();
            if (event == null) {
                exhausted = true;
                refuseIfIncomplete();
                close();
                return null;
            }
            assembler.accept(event);
            return event;
        } catch (GatorException e) {
            failure = asCancelledIfClosed(e);
            close();
            throw failure;
        }
    }

    private void refuseIfStopped() {
        if (closed.get() && !assembler.isFinished()) {
            throw new GatorException(CallError.CANCELLED, "the stream was closed before the answer was complete");
        }
        if (!assembler.isFinished()) {
            context.check();
        }
    }

    private void refuseIfIncomplete() {
        if (!assembler.isFinished()) {
            throw new GatorException(ProviderError.INCOMPLETE_STREAM, "the answer ended without its terminal event");
        }
    }

    // a closed socket makes a reader fail in many ways; the reader asked for it, so it is one way
    private GatorException asCancelledIfClosed(GatorException e) {
        return closed.get() && e.code() != CallError.DEADLINE
                ? new GatorException(CallError.CANCELLED, "the stream was closed before the answer was complete", e)
                : e;
    }
}
