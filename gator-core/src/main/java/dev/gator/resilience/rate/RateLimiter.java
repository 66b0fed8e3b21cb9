package dev.gator.resilience.rate;

import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import java.util.List;

/** Counts requests and tokens for each key and says who may go. Implementations are thread-safe. */
public interface RateLimiter {

    /** Takes one request with that many tokens out of every limit of the key, or out of none. */
    RateDecision take(String key, long tokens);

    /** Corrects a request that was counted with {@code taken} tokens and used {@code used}. */
    void settle(String key, long taken, long used);

    /** Returns what {@link #take} would say, without taking anything. */
    RateDecision look(String key, long tokens);

    /** Returns whether tokens matter at all; if not, callers need not count them. */
    default boolean countsTokens() {
        return true;
    }

    /** Returns a limiter in this process that keeps all these rates together. */
    static RateLimiter of(Rate... rates) {
        return of(List.of(rates), TimeSource.system());
    }

    /** Returns a limiter in this process that keeps all these rates together, on that clock. */
    static RateLimiter of(List<Rate> rates, TimeSource time) {
        return new LocalRateLimiter(Require.notEmpty("rates", rates), time);
    }
}
