package dev.gator.testing;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.Require;
import java.time.Duration;

/**
 * A gate that calls wait at until the test opens it, so that a test can look at what happens in between. Waiting ends
 * early when the call is cancelled or its deadline passes.
 */
public final class Gate {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Monitor monitor = new Monitor();
    private int arrived;
    private boolean open;

    private Gate() {}

    /** Returns a closed gate. */
    public static Gate closed() {
        return new Gate();
    }

    /** Lets everybody through, now and later. */
    public void open() {
        monitor.change(() -> open = true);
    }

    /** Waits, for ten seconds at most, until {@code count} calls have come to the gate. */
    public void awaitArrivals(int count) {
        Require.range("count", count, 1, Integer.MAX_VALUE);
        monitor.awaitPatiently(count + " calls at the gate", () -> arrived >= count);
    }

    void pass(CallContext context) {
        monitor.change(() -> arrived++);
        try (Cancellation.Registration ignored = context.cancellation().onCancel(() -> monitor.change(() -> {}))) {
            boolean through = false;
            while (!through) {
                context.check();
                // the deadline may be on a clock that the test turns, which wakes nobody here
                Duration glance = context.deadline().isFinite() ? GLANCE : Duration.ofDays(1);
                through = monitor.await(() -> open || context.cancellation().isCancelled(), glance) && open;
            }
        }
        context.check();
    }
}
