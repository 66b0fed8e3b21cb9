package dev.gator.resilience.rate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a limiter decided about one request.
 *
 * @param verdict whether it may go
 * @param rate the limit that decides: the tightest one, or the one that refuses for longest
 * @param remaining what is left of it, never negative
 * @param reset how long until all of it is back
 * @param retryAfter how long to wait before the request may go; zero if it may go now
 */
public record RateDecision(Verdict verdict, Rate rate, long remaining, Duration reset, Duration retryAfter) {

    /** Whether a request may go. */
    public enum Verdict {
        /** Now; it is counted already. */
        ALLOWED,
        /** Later. */
        LATER,
        /** Never, because it alone is more than the limit. */
        NEVER
    }

    /** Returns whether the request may go now. */
    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }

    /** Returns the decision as HTTP headers: {@code RateLimit-Limit} and its kin, times in whole seconds, rounded up. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Limit", Long.toString(rate.limit()));
        headers.put("RateLimit-Remaining", Long.toString(remaining));
        headers.put("RateLimit-Reset", seconds(reset));
        if (verdict == Verdict.LATER) {
            headers.put("Retry-After", seconds(retryAfter));
        }
        return headers;
    }

    private static String seconds(Duration time) {
        return Long.toString(time.plusNanos(999_999_999).toSeconds());
    }
}
