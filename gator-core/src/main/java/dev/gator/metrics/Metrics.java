package dev.gator.metrics;

import dev.gator.error.Require;
import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts everything: calls, errors, tokens, money, cache hits and times, for each kind of work, name and tenant.
 * Thread-safe. Names beyond a limit are counted together as {@code other}, so that a careless name cannot eat the heap.
 *
 * <pre>{@code
 * Metrics metrics = Metrics.create();
 * Gator gator = Gator.builder().observer(metrics).build();
 * String page = PrometheusText.of(metrics);
 * }</pre>
 */
public final class Metrics implements Observer {

    private static final int DEFAULT_SERIES = 1_000;
    private static final String OTHER = "other";
    private static final Set<String> CACHE_RESULTS = Set.of("hit", "miss");

    private final int capacity;
    private final Map<Key, Series> series = new ConcurrentHashMap<>();

    private Metrics(int capacity) {
        this.capacity = capacity;
    }

    /** Returns metrics of up to 1,000 series, at about 20 KB each. */
    public static Metrics create() {
        return ofSeries(DEFAULT_SERIES);
    }

    /** Returns metrics of up to that many series. */
    public static Metrics ofSeries(int most) {
        return new Metrics(Require.range("series to keep", most, 1, 100_000));
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Ended ended) {
            seriesOf(ended.kind(), ended.name(), ended.tenant()).add(ended);
        } else if (event instanceof Event.Noted noted && noted.name().equals("cache")) {
            String result = CACHE_RESULTS.contains(noted.value()) ? noted.value() : OTHER;
            seriesOf(SpanKind.GUARD, "cache", "all").cache(result);
        }
    }

    /** Returns all figures, ordered by kind, name and tenant. */
    public List<Figures> figures() {
        return series.values().stream()
                .map(Series::figures)
                .sorted(Comparator.comparing(Figures::kind)
                        .thenComparing(Figures::name)
                        .thenComparing(Figures::tenant))
                .toList();
    }

    /** Returns the figures of one kind of work under one name for one tenant, if there are any. */
    public Optional<Figures> figures(SpanKind kind, String name, String tenant) {
        return Optional.ofNullable(series.get(new Key(kind, name, tenant))).map(Series::figures);
    }

    private Series seriesOf(SpanKind kind, String name, String tenant) {
        Key key = new Key(kind, name, tenant);
        Series known = series.get(key);
        if (known != null) {
            return known;
        }
        Key kept = series.size() < capacity ? key : new Key(kind, OTHER, OTHER);
        return series.computeIfAbsent(kept, k -> new Series(k.kind(), k.name(), k.tenant()));
    }

    private record Key(SpanKind kind, String name, String tenant) {}
}
