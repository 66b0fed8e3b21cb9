package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The events of a turn; the turn is kept before its last event is handed out, so a reader of the end finds it kept. */
final class TurnSource implements EventSource {

    private final TurnRunner runner;
    private final TurnLock turns;
    private final Cancellation.Child stop;
    private volatile @Nullable Runnable leave;
    private volatile @Nullable Span span;
    private TurnRunner.@Nullable Speaking speaking;
    private volatile @Nullable ChatStream stream;
    private @Nullable Iterator<ChatEvent> events;

    TurnSource(TurnRunner runner, TurnLock turns) {
        this.runner = runner;
        this.turns = turns;
        this.stop = runner.context().cancellation().child();
    }

    @Override
    public @Nullable ChatEvent next() {
        try {
            Iterator<ChatEvent> source = events == null ? begin() : events;
            events = source;
            if (!source.hasNext()) {
                return null;
            }
            ChatEvent event = source.next();
            if (event instanceof ChatEvent.Finished) {
                complete();
            }
            return event;
        } catch (GatorException e) {
            Span open = span;
            end();
            throw open == null ? e : open.failed(e);
        }
    }

    @Override
    public void close() {
        stop.cancellation().cancel();
        stop.close();
        ChatStream open = stream;
        if (open != null) {
            open.close();
        }
        Span opened = span;
        if (opened != null) {
            opened.failed(
                    new GatorException(CallError.CANCELLED, "the stream was closed before the turn was complete"));
        }
        end();
    }

    private Iterator<ChatEvent> begin() {
        CallContext context = runner.context().withCancellation(stop.cancellation());
        leave = turns.enter(context);
        context.check(); // whoever closed in between could not leave for us
        Span opened = runner.open(context);
        span = opened;
        TurnRunner.Speaking started = runner.begin(opened);
        speaking = started;
        ChatStream told = started.truthful().stream(started.request());
        stream = told;
        return told.iterator();
    }

    private void complete() {
        TurnRunner.Speaking done = speaking;
        ChatStream told = stream;
        Span open = span;
        if (done != null && told != null && open != null) {
            done.complete(new TurnRunner.Said(told.reply(), done.said()));
            open.end();
            end();
        }
    }

    private void end() {
        Runnable leaving = leave;
        if (leaving != null) {
            leaving.run();
        }
    }
}
