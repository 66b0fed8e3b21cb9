package dev.gator.resilience;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * How often and how patiently a failed call is made again. Immutable; {@code with} methods return copies.
 *
 * <p>Before attempt n+1 a random time between nothing and {@code first * 2^(n-1)}, at most {@code most}, is waited. Where
 * the other side named a time, that is waited instead, plus a random time of at most {@code first}; a named time above
 * {@code patience} ends the call at once, for coming back earlier than asked makes matters worse.
 *
 * @param attempts how often the model is asked, the first time included
 * @param first the longest wait before the second attempt
 * @param most the longest wait before any attempt, unless the other side names a time
 * @param patience the longest time the other side may name
 * @param total no attempt begins later than this after the call began
 * @param share how many retries there may be for each call, on average over all calls
 */
public record RetryPolicy(
        int attempts, Duration first, Duration most, Duration patience, Duration total, double share) {

    private static final RetryPolicy DEFAULTS = new RetryPolicy(
            3, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(30), Duration.ofSeconds(60), 0.1);

    /** Checks the bounds. */
    public RetryPolicy {
        Require.range("attempts", attempts, 1, 20);
        Require.positive("first wait", first);
        Require.positive("longest wait", most);
        Require.that(most.compareTo(first) >= 0, "longest wait " + most + " is shorter than the first, " + first);
        Require.positive("patience", patience);
        Require.positive("total time", total);
        Require.range("share of retries", share, 0, 10);
    }

    /** Returns three attempts, waits of half a second to eight, and at most one retry for ten calls. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with that many attempts. */
    public RetryPolicy withAttempts(int other) {
        return new RetryPolicy(other, first, most, patience, total, share);
    }

    /** Returns a copy with other waits. */
    public RetryPolicy withWaits(Duration shortest, Duration longest) {
        return new RetryPolicy(attempts, shortest, longest, patience, total, share);
    }

    /** Returns a copy that obeys named times up to this. */
    public RetryPolicy withPatience(Duration other) {
        return new RetryPolicy(attempts, first, most, other, total, share);
    }

    /** Returns a copy whose last attempt begins within this time. */
    public RetryPolicy withTotal(Duration other) {
        return new RetryPolicy(attempts, first, most, patience, other, share);
    }

    /** Returns a copy with that many retries for each call, on average; 10 in effect switches this bound off. */
    public RetryPolicy withShare(double other) {
        return new RetryPolicy(attempts, first, most, patience, total, other);
    }

    /** Returns the most time that retrying adds by waiting, whatever the other side asks for. */
    public Duration worstCase() {
        return shorter(total, longestWaits(true));
    }

    /** Returns the most time that waiting adds if the other side names no times. */
    public Duration worstCaseUnasked() {
        return shorter(total, longestWaits(false));
    }

    /** Returns the longest a call can last if no single attempt lasts longer than {@code attempt}. */
    public Duration worstCase(Duration attempt) {
        Duration all = attempt.multipliedBy(attempts).plus(worstCase());
        return attempts == 1 ? attempt : shorter(all, total.plus(attempt));
    }

    /** Returns the longest wait after that many failures. */
    Duration ceiling(int failures) {
        double factor = Math.scalb(1.0, failures - 1);
        double nanos = Math.min(first.toNanos() * factor, (double) most.toNanos());
        return Duration.ofNanos((long) nanos);
    }

    private Duration longestWaits(boolean asked) {
        Duration sum = Duration.ZERO;
        for (int failures = 1; failures < attempts; failures++) {
            Duration own = ceiling(failures);
            Duration named = patience.plus(first);
            sum = sum.plus(asked && named.compareTo(own) > 0 ? named : own);
        }
        return sum;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
