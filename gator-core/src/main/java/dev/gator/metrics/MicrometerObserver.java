package dev.gator.metrics;

import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;

/**
 * Passes figures on to Micrometer: the timer {@code gator.calls} and the counters {@code gator.tokens} and
 * {@code gator.cost}. Needs {@code io.micrometer:micrometer-core} on the class path, which Gator does not bring.
 */
public final class MicrometerObserver implements Observer {

    private final MeterRegistry registry;

    private MicrometerObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Returns an observer that counts in that registry. */
    public static MicrometerObserver of(MeterRegistry registry) {
        return new MicrometerObserver(registry);
    }

    @Override
    public void on(Event event) {
        if (!(event instanceof Event.Ended ended)) {
            return;
        }
        Tags tags = Tags.of(List.of(
                Tag.of("kind", ended.kind().name().toLowerCase(Locale.ROOT)),
                Tag.of("name", ended.name()),
                Tag.of("tenant", ended.tenant())));
        registry.timer(
                        "gator.calls",
                        tags.and("outcome", ended.outcome().name().toLowerCase(Locale.ROOT))
                                .and("error", ended.error().orElse("none")))
                .record(ended.took());
        if (ended.kind() == SpanKind.CHAT || ended.kind() == SpanKind.EMBED) {
            tokens(ended.usage(), tags);
            ended.cost().ifPresent(cost -> registry.counter(
                            "gator.cost", tags.and("currency", cost.currency().getCurrencyCode()))
                    .increment(cost.amount().doubleValue()));
        }
    }

    private void tokens(Usage usage, Tags tags) {
        if (usage.isKnown() && usage.total() > 0) {
            registry.counter("gator.tokens", tags.and("type", "input")).increment((double) usage.input());
            registry.counter("gator.tokens", tags.and("type", "output")).increment((double) usage.output());
        }
    }
}
