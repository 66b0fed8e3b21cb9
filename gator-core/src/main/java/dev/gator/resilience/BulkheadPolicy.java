package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.function.Function;

/** How many calls go at once and how many may wait. Immutable; {@code with} methods return copies. */
public final class BulkheadPolicy {

    private final int places;
    private final int queue;
    private final Duration patience;
    private final Function<CallContext, Priority> priority;

    private BulkheadPolicy(int places, int queue, Duration patience, Function<CallContext, Priority> priority) {
        this.places = Require.range("places", places, 1, 1_000_000);
        this.queue = Require.range("queue", queue, 0, 1_000_000);
        this.patience = Require.positive("patience", patience);
        this.priority = priority;
    }

    /** Returns that many calls at once, ten times as many in the queue, 30 seconds of waiting at most. */
    public static BulkheadPolicy of(int places) {
        return new BulkheadPolicy(
                places,
                Math.min(1_000_000, Math.multiplyExact(Require.range("places", places, 1, 1_000_000), 10)),
                Duration.ofSeconds(30),
                context -> Priority.NORMAL);
    }

    /** Returns a copy with that many calls in the queue; with 0 a call that finds no place is refused at once. */
    public BulkheadPolicy withQueue(int most) {
        return new BulkheadPolicy(places, most, patience, priority);
    }

    /** Returns a copy in which calls wait that long at most, or until their own deadline. */
    public BulkheadPolicy withPatience(Duration most) {
        return new BulkheadPolicy(places, queue, most, priority);
    }

    /** Returns a copy that asks {@code who} how urgent a call is. */
    public BulkheadPolicy withPriority(Function<CallContext, Priority> who) {
        return new BulkheadPolicy(places, queue, patience, who);
    }

    int places() {
        return places;
    }

    int queue() {
        return queue;
    }

    Duration patience() {
        return patience;
    }

    Priority priority(CallContext context) {
        return priority.apply(context);
    }
}
