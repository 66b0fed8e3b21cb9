package dev.gator.call;

import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanId;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that observers see begin, tell its facts and end. Costs nothing but this object while nobody watches.
 *
 * <pre>{@code
 * Span span = context.open(SpanKind.STRATEGY, "consensus");
 * try {
 *     Reply reply = ask(span.context());
 *     span.end();
 *     return reply;
 * } catch (GatorException e) {
 *     throw span.failed(e);
 * }
 * }</pre>
 */
public final class Span {

    private final CallContext context;
    private final @Nullable Watch watch;

    private Span(CallContext context, @Nullable Watch watch) {
        this.context = context;
        this.watch = watch;
    }

    static Span unwatched(CallContext context) {
        return new Span(context, null);
    }

    static Span open(CallContext outer, SpanKind kind, String name) {
        SpanId id = new SpanId(outer.trace(), outer.nextSpanId(), outer.spanId());
        CallContext inner = outer.inSpan(id.id());
        Watch watch = new Watch(inner, id, kind, name);
        watch.tell(new Event.Started(
                id, inner.time().now(), kind, name, inner.owner().tenant()));
        return new Span(inner, watch);
    }

    /** Returns the context for the work inside this span. */
    public CallContext context() {
        return context;
    }

    /** Returns whether anybody watches; ask before computing an expensive fact. */
    public boolean isWatched() {
        return watch != null;
    }

    /** Tells a fact. */
    public Span note(String name, String value) {
        if (watch != null) {
            watch.tell(new Event.Noted(watch.id, context.time().now(), name, value));
        }
        return this;
    }

    /** Tells a fact that is computed only if somebody watches. */
    public Span note(String name, Supplier<String> value) {
        return watch == null ? this : note(name, value.get());
    }

    /** Ends the span well. */
    public void end() {
        end(Usage.NONE, Optional.empty());
    }

    /** Ends the span well and books what it consumed itself. */
    public void end(Usage usage, Optional<Money> cost) {
        if (watch != null) {
            watch.end(Outcome.OK, Optional.empty(), usage, cost);
        }
    }

    /** Ends the span as failed or cancelled and returns the error, to be thrown. */
    public <E extends Throwable> E failed(E error) {
        if (watch != null) {
            boolean gators = error instanceof GatorException;
            boolean cancelled = gators && ((GatorException) error).category() == ErrorCategory.CANCELLED;
            String code = gators
                    ? ((GatorException) error).code().id()
                    : error.getClass().getSimpleName();
            watch.end(cancelled ? Outcome.CANCELLED : Outcome.FAILED, Optional.of(code), Usage.NONE, Optional.empty());
        }
        return error;
    }

    private static final class Watch {
        private final CallContext context;
        private final SpanId id;
        private final SpanKind kind;
        private final String name;
        private final long startedNanos;
        private final AtomicBoolean ended = new AtomicBoolean();

        Watch(CallContext context, SpanId id, SpanKind kind, String name) {
            this.context = context;
            this.id = id;
            this.kind = kind;
            this.name = name;
            this.startedNanos = context.time().nanos();
        }

        void end(Outcome outcome, Optional<String> error, Usage usage, Optional<Money> cost) {
            if (ended.compareAndSet(false, true)) {
                TimeSource time = context.time();
                Duration took = Duration.ofNanos(time.nanos() - startedNanos);
                String tenant = context.owner().tenant();
                tell(new Event.Ended(id, time.now(), kind, name, tenant, took, outcome, error, usage, cost));
            }
        }

        void tell(Event event) {
            Observer observer = context.observer();
            try {
                observer.on(event);
            } catch (RuntimeException ignored) {
                // watching must not break the watched
            }
        }
    }
}
