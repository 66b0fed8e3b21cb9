package dev.gator.testing;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that stands still until the test moves it. Threads that sleep on it wake when their time has come, so a test
 * of an hour of retries takes a millisecond. Thread-safe.
 *
 * <pre>{@code
 * ManualTime time = ManualTime.create();
 * var call = supplyAsync(() -> retrying.chat(request.withContext(CallContext.create().withTime(time))));
 * time.awaitSleepers(1);
 * time.advance(Duration.ofSeconds(1));
 * }</pre>
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // written only inside the monitor, volatile for the readers outside
public final class ManualTime implements TimeSource {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final Instant start;
    private final Monitor monitor = new Monitor();
    private volatile long nanos;
    private volatile int sleepers;

    private ManualTime(Instant start) {
        this.start = start;
    }

    /** Returns a clock that shows the first moment of 2026. */
    public static ManualTime create() {
        return new ManualTime(NEW_YEAR);
    }

    /** Returns a clock that shows that moment. */
    public static ManualTime at(Instant start) {
        return new ManualTime(start);
    }

    /** Moves the hands and wakes whose time has come. */
    public void advance(Duration by) {
        Require.positive("time to advance", by);
        monitor.change(() -> nanos += by.toNanos());
    }

    /** Returns how many threads sleep on this clock. */
    public int sleepers() {
        return sleepers;
    }

    /** Waits, for ten seconds at most, until at least {@code count} threads sleep on this clock. */
    public void awaitSleepers(int count) {
        monitor.awaitPatiently(count + " sleepers, there are " + sleepers, () -> sleepers >= count);
    }

    /** Returns a context that reads time from this clock. */
    public CallContext context() {
        return CallContext.create().withTime(this);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        long wake = nanos + duration.toNanos();
        monitor.change(() -> sleepers++);
        try (Cancellation.Registration ignored = cancellation.onCancel(() -> monitor.change(() -> {}))) {
            while (!monitor.await(() -> cancellation.isCancelled() || nanos >= wake, Duration.ofDays(1))) {
                cancellation.check();
            }
        } finally {
            monitor.change(() -> sleepers--);
        }
        if (cancellation.isCancelled()) {
            throw new GatorException(CallError.CANCELLED, "cancelled while waiting");
        }
    }
}
