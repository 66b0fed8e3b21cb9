package dev.gator.orchestration.route;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Streams from the best model; goes on with the next one if it fails before its first word, and never after. */
final class RoutedSource implements EventSource {

    private final List<Station> stations;
    private final ChatRequest request;
    private final Span span;
    private final Cancellation.Child stop;
    private final Queue<ChatEvent> held = new ArrayDeque<>();
    private int at;
    private long waited;
    private boolean told;
    private @Nullable Iterator<ChatEvent> events;
    private volatile @Nullable ChatStream stream;

    RoutedSource(List<Station> stations, ChatRequest request, Span span) {
        CallContext context = request.context();
        this.stations = stations;
        this.span = span;
        this.stop = context.cancellation().child();
        this.request = request.withContext(context.withCancellation(stop.cancellation()));
    }

    @Override
    public @Nullable ChatEvent next() {
        while (!told) {
            pullUntilContent();
        }
        ChatEvent first = held.poll();
        if (first != null) {
            return first;
        }
        try {
            return watched(pull());
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    @Override
    public void close() {
        stop.close();
        stop.cancellation().cancel();
        ChatStream open = stream;
        if (open != null) {
            open.close();
        }
        span.failed(new GatorException(CallError.CANCELLED, "the stream was closed"));
    }

    // what comes before the first content is held back, so that nobody sees the beginning of an answer that never comes
    private void pullUntilContent() {
        try {
            ChatEvent event = watched(pull());
            told = event == null || !(event instanceof ChatEvent.Started);
            if (event != null) {
                held.add(event);
            }
        } catch (GatorException e) {
            if (at == stations.size() - 1
                    || !e.category().worthAnother()
                    || request.context().deadline().isPast()) {
                throw span.failed(e);
            }
            span.note(
                    "passed on",
                    stations.get(at).id() + " failed with " + e.code().id());
            held.clear();
            events = null;
            waited = 0;
            at++;
        }
    }

    private @Nullable ChatEvent pull() {
        long begun = request.context().time().nanos();
        try {
            Iterator<ChatEvent> open = events;
            if (open == null) {
                ChatStream next = stations.get(at).route().model().stream(request);
                stream = next;
                open = next.iterator();
                events = open;
            }
            return open.hasNext() ? open.next() : null;
        } finally {
            waited += request.context().time().nanos() - begun;
        }
    }

    private @Nullable ChatEvent watched(@Nullable ChatEvent event) {
        if (event instanceof ChatEvent.Finished) {
            stations.get(at).latency().add(waited);
            span.end();
        }
        return event;
    }
}
