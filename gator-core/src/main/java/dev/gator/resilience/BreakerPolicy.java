package dev.gator.resilience;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * When a circuit opens and how it closes again. Immutable; {@code with} methods return copies.
 *
 * @param failureRate the share of failed calls that opens it, 0 to 1
 * @param calls how many calls are looked at: the last ones, or at most these within {@code window}
 * @param window how far back calls are looked at; zero looks at the last {@code calls} however old they are
 * @param least no opening before so many calls were seen
 * @param openFor how long no call passes
 * @param probes how many calls are let through afterwards; all must succeed
 * @param slowAfter a call that takes longer to its first content counts as failed, whatever became of it
 */
public record BreakerPolicy(
        double failureRate, int calls, Duration window, int least, Duration openFor, int probes, Duration slowAfter) {

    private static final BreakerPolicy DEFAULTS =
            new BreakerPolicy(0.5, 50, Duration.ofSeconds(60), 10, Duration.ofSeconds(15), 2, Duration.ofMinutes(5));

    /** Checks the bounds. */
    public BreakerPolicy {
        Require.range("failure rate", failureRate, 0.01, 1);
        Require.range("calls", calls, 1, 10_000);
        Require.that(!window.isNegative(), "window is negative: " + window);
        Require.range("least calls", least, 1, calls);
        Require.positive("open time", openFor);
        Require.range("probes", probes, 1, 1_000);
        Require.positive("slow time", slowAfter);
    }

    /** Returns: half of the last 50 calls of a minute, at least ten, opens it for 15 seconds; two probes close it. */
    public static BreakerPolicy defaults() {
        return DEFAULTS;
    }

    /** Returns a copy that opens at that share of failures. */
    public BreakerPolicy withFailureRate(double other) {
        return new BreakerPolicy(other, calls, window, least, openFor, probes, slowAfter);
    }

    /** Returns a copy that looks at the last calls, however old. */
    public BreakerPolicy overLast(int lastCalls) {
        return new BreakerPolicy(
                failureRate, lastCalls, Duration.ZERO, Math.min(least, lastCalls), openFor, probes, slowAfter);
    }

    /** Returns a copy that looks at the calls of the last while, at most so many. */
    public BreakerPolicy overLast(Duration span, int lastCalls) {
        return new BreakerPolicy(failureRate, lastCalls, span, Math.min(least, lastCalls), openFor, probes, slowAfter);
    }

    /** Returns a copy that does not open before so many calls. */
    public BreakerPolicy withLeast(int other) {
        return new BreakerPolicy(failureRate, calls, window, other, openFor, probes, slowAfter);
    }

    /** Returns a copy that stays open for that long and then lets probes through. */
    public BreakerPolicy openingFor(Duration other, int letThrough) {
        return new BreakerPolicy(failureRate, calls, window, least, other, letThrough, slowAfter);
    }

    /** Returns a copy that counts slower calls as failed. */
    public BreakerPolicy withSlowAfter(Duration other) {
        return new BreakerPolicy(failureRate, calls, window, least, openFor, probes, other);
    }
}
