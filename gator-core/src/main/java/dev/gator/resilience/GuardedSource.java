package dev.gator.resilience;

import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The stream behind a guard. Nothing is asked before the first pull. Announcements are held back until the first content,
 * so that an attempt that fails before it leaves no trace with the reader; progress passes at once.
 */
final class GuardedSource implements EventSource {

    private final Guard<ChatModel> guard;
    private final Cancellation.Child stop;
    private final Span span;
    private final ChatRequest request;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Deque<ChatEvent> held = new ArrayDeque<>(4);

    private volatile boolean reading;
    private volatile boolean closed;
    private volatile @Nullable ChatStream stream;
    private @Nullable Try<ChatModel> current;
    private @Nullable Iterator<ChatEvent> events;
    private boolean begun;

    GuardedSource(Guard<ChatModel> guard, ChatRequest outer) {
        this.guard = guard;
        this.stop = outer.context().cancellation().child();
        this.span = outer.context().withCancellation(stop.cancellation()).open(SpanKind.GUARD, guard.name());
        this.request = outer.withContext(span.context());
    }

    @Override
    public @Nullable ChatEvent next() {
        reading = true;
        try {
            if (closed) {
                request.context().check();
                return null;
            }
            return begun ? afterBeginning() : untilBeginning();
        } catch (RuntimeException e) {
            end(e instanceof GatorException failure ? Ending.failed(failure) : Ending.ABANDONED);
            throw span.failed(e);
        } catch (Error e) {
            end(Ending.ABANDONED);
            throw span.failed(e);
        } finally {
            reading = false;
            if (closed) {
                abandon();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        stop.cancellation().cancel();
        stop.close();
        closeStream();
        if (!reading) {
            abandon();
        }
    }

    private @Nullable ChatEvent afterBeginning() {
        ChatEvent first = held.poll();
        if (first != null) {
            return first;
        }
        Iterator<ChatEvent> rest = events;
        return rest != null && rest.hasNext() ? seen(rest.next()) : null;
    }

    private @Nullable ChatEvent untilBeginning() {
        Try<ChatModel> attempt = current == null ? guard.enter(Ask.of(request), span) : current;
        current = attempt;
        while (!closed) {
            try {
                return pull(attempt);
            } catch (GatorException e) {
                closeStream();
                events = null;
                held.clear();
                current = null; // the failed attempt is ended by the next line, and by nobody else
                attempt = Tries.after(attempt, e, request.context());
                current = attempt;
            }
        }
        request.context().check();
        return null;
    }

    /** Returns what may be shown at once: progress, or the first held event once content is there. */
    private @Nullable ChatEvent pull(Try<ChatModel> attempt) {
        Iterator<ChatEvent> from = events == null ? open(attempt) : events;
        while (from.hasNext()) {
            ChatEvent event = from.next();
            if (event instanceof ChatEvent.Progress) {
                return event;
            }
            held.add(event);
            if (isContent(event)) {
                begun = true;
                attempt.began();
                seen(event);
                return held.poll();
            }
        }
        return null;
    }

    private Iterator<ChatEvent> open(Try<ChatModel> attempt) {
        ChatStream opened = attempt.model().stream(request);
        stream = opened;
        if (closed) {
            opened.close();
        }
        Iterator<ChatEvent> iterator = opened.iterator();
        events = iterator;
        return iterator;
    }

    private ChatEvent seen(ChatEvent event) {
        if (event instanceof ChatEvent.Finished end) {
            end(Ending.answered(end.usage()));
            span.end();
        }
        return event;
    }

    static boolean isContent(ChatEvent event) {
        return !(event instanceof ChatEvent.Started
                || event instanceof ChatEvent.PartStarted
                || event instanceof ChatEvent.Disclosed);
    }

    private void closeStream() {
        ChatStream open = stream;
        if (open != null) {
            open.close();
        }
    }

    private void abandon() {
        if (end(Ending.ABANDONED)) {
            span.note("closed", "before the answer was complete").end();
        }
    }

    private boolean end(Ending ending) {
        boolean mine = over.compareAndSet(false, true);
        Try<ChatModel> last = current;
        if (mine && last != null) {
            last.ended(ending);
        }
        return mine;
    }
}
