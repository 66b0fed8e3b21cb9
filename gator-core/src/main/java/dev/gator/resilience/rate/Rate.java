package dev.gator.resilience.rate;

import dev.gator.error.Require;
import java.time.Duration;
import java.util.Locale;

/**
 * So many requests or tokens in so much time.
 *
 * @param what what is counted
 * @param limit how many
 * @param time in how much time
 * @param steady whether they come back evenly, or all at once when the window ends
 */
public record Rate(Unit what, long limit, Duration time, boolean steady) {

    /** What is counted. */
    public enum Unit {
        /** Calls. */
        REQUESTS,
        /** Tokens of prompts and answers. */
        TOKENS
    }

    /** Checks the bounds. */
    public Rate {
        Require.that(limit > 0, "rate limit is " + limit);
        Require.positive("rate window", time);
    }

    /**
     * Returns a bucket of requests that refills evenly, as providers count: a burst of {@code limit}, then one every
     * {@code time / limit}.
     */
    public static Rate requests(long limit, Duration time) {
        return new Rate(Unit.REQUESTS, limit, time, true);
    }

    /** Returns a bucket of tokens that refills evenly. */
    public static Rate tokens(long limit, Duration time) {
        return new Rate(Unit.TOKENS, limit, time, true);
    }

    /** Returns a quota: at most {@code limit} requests in each window, which begins with its first request. */
    public static Rate quota(long limit, Duration time) {
        return new Rate(Unit.REQUESTS, limit, time, false);
    }

    /** Returns a quota of tokens. */
    public static Rate tokenQuota(long limit, Duration time) {
        return new Rate(Unit.TOKENS, limit, time, false);
    }

    @Override
    public String toString() {
        return limit + " " + what.name().toLowerCase(Locale.ROOT) + " per " + time;
    }
}
