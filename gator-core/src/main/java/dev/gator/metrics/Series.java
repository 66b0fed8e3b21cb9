package dev.gator.metrics;

import dev.gator.observe.Event;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The running figures of one kind of work under one name for one tenant. */
final class Series {

    private final SpanKind kind;
    private final String name;
    private final String tenant;
    private final LatencyHistogram latency = LatencyHistogram.create();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> errors = new TreeMap<>();
    private final Map<String, Long> cache = new TreeMap<>();
    private final Map<Currency, Money> costs = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private Usage usage = Usage.NONE;
    private long unpriced;

    Series(SpanKind kind, String name, String tenant) {
        this.kind = kind;
        this.name = name;
        this.tenant = tenant;
    }

    void add(Event.Ended ended) {
        latency.add(ended.took());
        synchronized (this) {
            outcomes.merge(ended.outcome(), 1L, Long::sum);
            ended.error().ifPresent(code -> errors.merge(code, 1L, Long::sum));
            if (ended.usage().isKnown()) {
                usage = usage.plus(ended.usage());
            }
            ended.cost().ifPresent(cost -> costs.merge(cost.currency(), cost, Money::plus));
            boolean paidWork = kind == SpanKind.CHAT || kind == SpanKind.EMBED;
            if (paidWork && ended.outcome() == Outcome.OK && ended.cost().isEmpty()) {
                unpriced++;
            }
        }
    }

    synchronized void cache(String result) {
        cache.merge(result, 1L, Long::sum);
    }

    synchronized Figures figures() {
        return new Figures(
                kind,
                name,
                tenant,
                Collections.unmodifiableMap(new EnumMap<>(outcomes)),
                Collections.unmodifiableMap(new TreeMap<>(errors)),
                Collections.unmodifiableMap(new TreeMap<>(cache)),
                usage,
                costs.values().stream().toList(),
                unpriced,
                latency);
    }
}
