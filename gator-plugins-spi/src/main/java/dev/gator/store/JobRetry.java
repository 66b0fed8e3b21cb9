package dev.gator.store;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * How often a job is tried and how long it rests in between.
 *
 * @param attempts how often at most, the first time included, 1 to 100
 * @param first the rest after the first failure
 * @param factor how much longer each following rest is, 1 to 10
 * @param longest the longest rest
 */
public record JobRetry(int attempts, Duration first, double factor, Duration longest) {

    /** Three attempts, resting one and two seconds. */
    public static final JobRetry DEFAULT = new JobRetry(3, Duration.ofSeconds(1), 2, Duration.ofMinutes(1));

    /** A single attempt. */
    public static final JobRetry NEVER = new JobRetry(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));

    /** Checks the numbers. */
    public JobRetry {
        Require.range("attempts", attempts, 1, 100);
        Require.positive("first rest", first);
        Require.range("factor", factor, 1.0, 10.0);
        Require.that(longest.compareTo(first) >= 0, "longest rest " + longest + " is shorter than the first " + first);
    }

    /** Returns the rest after that many failures, one at least. */
    public Duration rest(int failures) {
        double millis = first.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
        return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
    }
}
