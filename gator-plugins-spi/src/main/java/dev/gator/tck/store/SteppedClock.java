package dev.gator.tck.store;

import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the store contracts: it stands until the contract moves it, and whoever sleeps on it is woken at once with
 * the clock moved on. Thread-safe.
 */
public final class SteppedClock implements TimeSource {

    private final Instant start;
    private long nanos;

    private SteppedClock(Instant start) {
        this.start = start;
    }

    /** Returns a clock that shows that moment. */
    public static SteppedClock at(Instant start) {
        return new SteppedClock(start);
    }

    /** Moves the hands. */
    public synchronized void advance(Duration by) {
        Require.positive("time to advance", by);
        nanos += by.toNanos();
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        cancellation.check();
        advance(duration);
        cancellation.check();
    }
}
