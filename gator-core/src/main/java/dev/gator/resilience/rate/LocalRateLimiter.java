package dev.gator.resilience.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gator.call.TimeSource;
import dev.gator.resilience.rate.RateDecision.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts in memory; the keys most recently used, and none longer than its longest window needs it. */
final class LocalRateLimiter implements RateLimiter {

    private static final int KEYS = 100_000;

    private final List<Rate> rates;
    private final TimeSource time;
    private final boolean tokens;
    private final Cache<String, Meter[]> meters;

    LocalRateLimiter(List<Rate> rates, TimeSource time) {
        this.rates = rates;
        this.time = time;
        this.tokens = rates.stream().anyMatch(rate -> rate.what() == Rate.Unit.TOKENS);
        Duration longest =
                rates.stream().map(Rate::time).max(Duration::compareTo).orElse(Duration.ZERO);
        this.meters = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(longest.multipliedBy(2))
                .ticker(time::nanos)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public boolean countsTokens() {
        return tokens;
    }

    @Override
    public RateDecision take(String key, long count) {
        Meter[] all = metersOf(key);
        synchronized (all) {
            long now = time.nanos();
            RateDecision refusal = refusal(all, count, now);
            if (refusal != null) {
                return refusal;
            }
            for (Meter meter : all) {
                meter.use(share(meter, count), now);
            }
            return allowed(all, now);
        }
    }

    @Override
    public RateDecision look(String key, long count) {
        Meter[] all = metersOf(key);
        synchronized (all) {
            long now = time.nanos();
            RateDecision refusal = refusal(all, count, now);
            return refusal == null ? allowed(all, now) : refusal;
        }
    }

    @Override
    public void settle(String key, long taken, long used) {
        Meter[] all = metersOf(key);
        synchronized (all) {
            long now = time.nanos();
            for (Meter meter : all) {
                if (meter.rate().what() == Rate.Unit.TOKENS) {
                    meter.use(used - taken, now);
                }
            }
        }
    }

    private Meter[] metersOf(String key) {
        return meters.get(key, fresh -> rates.stream()
                .map(rate -> new Meter(rate, time.nanos()))
                .toArray(Meter[]::new));
    }

    private static @Nullable RateDecision refusal(Meter[] all, long count, long now) {
        Meter worst = null;
        long longest = 0;
        for (Meter meter : all) {
            if (meter.neverFits(share(meter, count))) {
                return decision(Verdict.NEVER, meter, now, 0);
            }
            long wait = meter.waitFor(share(meter, count), now);
            if (wait > longest) {
                longest = wait;
                worst = meter;
            }
        }
        return worst == null ? null : decision(Verdict.LATER, worst, now, longest);
    }

    private static RateDecision allowed(Meter[] all, long now) {
        Meter tightest = all[0];
        for (Meter meter : all) {
            if (meter.share() > tightest.share()) {
                tightest = meter;
            }
        }
        return decision(Verdict.ALLOWED, tightest, now, 0);
    }

    private static RateDecision decision(Verdict verdict, Meter meter, long now, long wait) {
        return new RateDecision(
                verdict, meter.rate(), meter.remaining(), Duration.ofNanos(meter.reset(now)), Duration.ofNanos(wait));
    }

    private static long share(Meter meter, long tokens) {
        return meter.rate().what() == Rate.Unit.TOKENS ? tokens : 1;
    }
}
