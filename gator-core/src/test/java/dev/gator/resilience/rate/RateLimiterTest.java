package dev.gator.resilience.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Workers;
import dev.gator.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final ManualTime time = ManualTime.create();

    @Test
    void keepsAHundredAnHourAndAThousandADayTogether() {
        RateLimiter limiter = limiter(Rate.quota(100, Duration.ofHours(1)), Rate.quota(1_000, Duration.ofDays(1)));
        int day = 0;
        for (int hour = 0; hour < 24; hour++) {
            int inHour = 0;
            for (int minute = 0; minute < 60; minute++) {
                for (int i = 0; i < 5; i++) {
                    inHour += limiter.take("ann", 0).isAllowed() ? 1 : 0;
                }
                time.advance(Duration.ofMinutes(1));
            }
            assertEquals(hour < 10 ? 100 : 0, inHour, "hour " + hour);
            day += inHour;
        }
        assertEquals(1_000, day);
        assertTrue(limiter.take("ann", 0).isAllowed(), "a new day");
    }

    @Test
    void aBucketAllowsABurstAndThenRefillsEvenly() {
        RateLimiter limiter = limiter(Rate.requests(60, Duration.ofMinutes(1)));
        for (int i = 0; i < 60; i++) {
            assertTrue(limiter.take("k", 0).isAllowed());
        }
        RateDecision refused = limiter.take("k", 0);
        assertEquals(Duration.ofSeconds(1), refused.retryAfter());
        time.advance(Duration.ofSeconds(1));
        assertTrue(limiter.take("k", 0).isAllowed());
        assertFalse(limiter.take("k", 0).isAllowed());
    }

    @Test
    void aRefusalTakesNothingFromAnyLimit() {
        RateLimiter limiter = limiter(Rate.quota(2, Duration.ofHours(1)), Rate.tokens(100, Duration.ofMinutes(1)));
        assertTrue(limiter.take("k", 80).isAllowed());
        assertFalse(limiter.take("k", 80).isAllowed());
        time.advance(Duration.ofMinutes(1));
        assertTrue(limiter.take("k", 80).isAllowed(), "the refused request was not counted");
        assertEquals(RateDecision.Verdict.NEVER, limiter.take("k", 101).verdict());
    }

    @Test
    void tellsLimitRemainingAndResetAsHeaders() {
        RateLimiter limiter = limiter(Rate.quota(2, Duration.ofHours(1)));
        assertEquals(
                Map.of("RateLimit-Limit", "2", "RateLimit-Remaining", "1", "RateLimit-Reset", "3600"),
                limiter.take("k", 0).headers());
        limiter.take("k", 0);
        time.advance(Duration.ofMillis(1_500));
        assertEquals(
                Map.of(
                        "RateLimit-Limit",
                        "2",
                        "RateLimit-Remaining",
                        "0",
                        "RateLimit-Reset",
                        "3599",
                        "Retry-After",
                        "3599"),
                limiter.take("k", 0).headers());
    }

    @Test
    void isExactUnderCompetition() {
        RateLimiter limiter = limiter(Rate.quota(1_000, Duration.ofHours(1)));
        AtomicInteger allowed = new AtomicInteger();
        List<CompletableFuture<Void>> racers = IntStream.range(0, 8)
                .mapToObj(racer -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 500; i++) {
                                allowed.addAndGet(limiter.take("k", 0).isAllowed() ? 1 : 0);
                            }
                        },
                        Workers.named("test")))
                .toList();
        racers.forEach(CompletableFuture::join);

        assertEquals(1_000, allowed.get());
    }

    private RateLimiter limiter(Rate... rates) {
        return RateLimiter.of(List.of(rates), time);
    }
}
