package dev.gator.metrics;

import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted for one kind of work under one name for one tenant.
 *
 * @param kind what it is
 * @param name its name, such as a model id
 * @param tenant on whose behalf
 * @param outcomes how often it ended how
 * @param errors how often it failed with which code
 * @param cache how often a cache in it said {@code hit} or {@code miss}
 * @param usage the tokens consumed
 * @param costs what that cost, one amount for each currency; work of unknown price is not in it
 * @param unpriced how many calls have an unknown price
 * @param latency how long it took; goes on counting
 */
public record Figures(
        SpanKind kind,
        String name,
        String tenant,
        Map<Outcome, Long> outcomes,
        Map<String, Long> errors,
        Map<String, Long> cache,
        Usage usage,
        List<Money> costs,
        long unpriced,
        LatencyHistogram latency) {

    /** Returns how often it happened. */
    public long count() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the share that failed, 0 to 1; cancelled work counts neither way. */
    public double errorRate() {
        long failed = outcomes.getOrDefault(Outcome.FAILED, 0L);
        long judged = failed + outcomes.getOrDefault(Outcome.OK, 0L);
        return judged == 0 ? 0 : (double) failed / judged;
    }

    /** Returns the time that a share of it stayed at or below, such as {@code 0.95}. */
    public Optional<Duration> percentile(double share) {
        return latency.percentile(share);
    }
}
