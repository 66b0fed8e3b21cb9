package dev.gator.call;

import dev.gator.error.Require;
import dev.gator.observe.Observer;
import dev.gator.observe.SpanKind;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who asks, until when, how to stop, what may be spent and who watches. Immutable; {@code with} methods return copies.
 *
 * <p>It travels inside every request. A strategy that calls other models passes it on, so a deadline set at the front
 * door holds three levels down.
 */
public final class CallContext {

    private static final CallContext EMPTY = new CallContext(new Parts());

    private final Parts parts;

    private CallContext(Parts parts) {
        this.parts = parts;
    }

    /** Returns a context without limits, for the default owner, watched by nobody. */
    public static CallContext create() {
        return EMPTY;
    }

    /** Returns a copy that must be done within {@code timeout} from now, or earlier if this one must. */
    public CallContext withTimeout(Duration timeout) {
        return withDeadline(Deadline.after(timeout, parts.time));
    }

    /** Returns a copy with that deadline, unless this one's is earlier. */
    public CallContext withDeadline(Deadline deadline) {
        Parts copy = parts.copy();
        copy.deadline = parts.deadline.earlier(deadline);
        return new CallContext(copy);
    }

    /** Returns a copy that stops with {@code cancellation}; use a child of {@link #cancellation()} to keep both. */
    public CallContext withCancellation(Cancellation cancellation) {
        Parts copy = parts.copy();
        copy.cancellation = cancellation;
        return new CallContext(copy);
    }

    /** Returns a copy on behalf of {@code owner}. */
    public CallContext withOwner(Owner owner) {
        Parts copy = parts.copy();
        copy.owner = owner;
        return new CallContext(copy);
    }

    /** Returns a copy that spends from {@code spending}. */
    public CallContext withSpending(Spending spending) {
        Parts copy = parts.copy();
        copy.spending = spending;
        return new CallContext(copy);
    }

    /** Returns a copy that is also watched by {@code observer}. */
    public CallContext withObserver(Observer observer) {
        Parts copy = parts.copy();
        copy.observer = parts.observer.and(observer);
        return copy.trace.isEmpty() ? new CallContext(copy.inNewTrace()) : new CallContext(copy);
    }

    /** Returns a copy that begins a trace of its own; the front door does so for every call from outside. */
    public CallContext withNewTrace() {
        return new CallContext(parts.copy().inNewTrace());
    }

    /** Returns a copy with the trace id of the application's own tracing. */
    public CallContext withTrace(String trace) {
        Parts copy = parts.copy();
        copy.trace = Require.text("trace id", trace);
        return new CallContext(copy);
    }

    /** Returns a copy that reads time from {@code time}. */
    public CallContext withTime(TimeSource time) {
        Parts copy = parts.copy();
        copy.time = time;
        return new CallContext(copy);
    }

    /** Returns a copy whose parallel work runs on {@code workers}. */
    public CallContext withWorkers(Executor workers) {
        Parts copy = parts.copy();
        copy.workers = workers;
        return new CallContext(copy);
    }

    /** Opens a span of work; do the work under the span's own context and end the span. */
    public Span open(SpanKind kind, String name) {
        return parts.observer == Observer.none() ? Span.unwatched(this) : Span.open(this, kind, name);
    }

    /** Refuses to go on if the call was cancelled or its deadline has passed. */
    public void check() {
        parts.cancellation.check();
        parts.deadline.check();
    }

    /** Returns until when. */
    public Deadline deadline() {
        return parts.deadline;
    }

    /** Returns how to stop. */
    public Cancellation cancellation() {
        return parts.cancellation;
    }

    /** Returns on whose behalf. */
    public Owner owner() {
        return parts.owner;
    }

    /** Returns what may be spent. */
    public Spending spending() {
        return parts.spending;
    }

    /** Returns who watches. */
    public Observer observer() {
        return parts.observer;
    }

    /** Returns the trace id, or an empty text while nobody watches and none was set. */
    public String trace() {
        return parts.trace;
    }

    /** Returns the clock. */
    public TimeSource time() {
        return parts.time;
    }

    /** Returns where parallel work runs. */
    public Executor workers() {
        return parts.workers;
    }

    long spanId() {
        return parts.spanId;
    }

    long nextSpanId() {
        return parts.spanIds.incrementAndGet();
    }

    CallContext inSpan(long spanId) {
        Parts copy = parts.copy();
        copy.spanId = spanId;
        return new CallContext(copy);
    }

    /** The fields, mutable only while a copy is made. */
    private static final class Parts implements Cloneable {
        private Deadline deadline = Deadline.none();
        private Cancellation cancellation = Cancellation.never();
        private Owner owner = Owner.DEFAULT;
        private Spending spending = Spending.unlimited();
        private Observer observer = Observer.none();
        private String trace = "";
        private TimeSource time = TimeSource.system();
        private Executor workers = Workers.named("worker");
        private AtomicLong spanIds = new AtomicLong();
        private long spanId;

        Parts inNewTrace() {
            trace = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
            spanIds = new AtomicLong();
            spanId = 0;
            return this;
        }

        Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
