package dev.gator.metrics;

import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/**
 * Writes metrics in Prometheus' text format 0.0.4. Serve the text at the application's own {@code /metrics} address with
 * the content type {@code text/plain; version=0.0.4}.
 */
public final class PrometheusText {

    private static final List<Duration> BOUNDS = List.of(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private final List<Figures> all;
    private final StringBuilder out = new StringBuilder(8_192);

    private PrometheusText(List<Figures> all) {
        this.all = all;
    }

    /** Returns the text. */
    public static String of(Metrics metrics) {
        return new PrometheusText(metrics.figures()).render();
    }

    private String render() {
        family("gator_calls_total", "counter", "Work that ended, by outcome.", (figures, labels) -> figures.outcomes()
                .forEach((outcome, count) ->
                        line("gator_calls_total", labels, "outcome", lower(outcome.name()), String.valueOf(count))));
        family("gator_errors_total", "counter", "Failures, by stable code.", (figures, labels) -> figures.errors()
                .forEach((code, count) -> line("gator_errors_total", labels, "code", code, String.valueOf(count))));
        family("gator_tokens_total", "counter", "Tokens consumed; parts are contained in their wholes.", this::tokens);
        family("gator_cost_total", "counter", "Money spent on calls of known price.", (figures, labels) -> {
            for (Money cost : figures.costs()) {
                String amount = cost.amount().toPlainString();
                line("gator_cost_total", labels, "currency", cost.currency().getCurrencyCode(), amount);
            }
        });
        family("gator_unpriced_calls_total", "counter", "Calls whose price is unknown.", (figures, labels) -> {
            if (figures.unpriced() > 0) {
                line("gator_unpriced_calls_total", labels, "", "", String.valueOf(figures.unpriced()));
            }
        });
        family("gator_cache_total", "counter", "Cache look-ups, by result.", (figures, labels) -> figures.cache()
                .forEach(
                        (result, count) -> line("gator_cache_total", labels, "result", result, String.valueOf(count))));
        family("gator_seconds", "histogram", "How long work took.", this::latency);
        return out.toString();
    }

    private void tokens(Figures figures, String labels) {
        if (figures.kind() != SpanKind.CHAT && figures.kind() != SpanKind.EMBED) {
            return;
        }
        count(figures, labels, "input", Usage::input);
        count(figures, labels, "output", Usage::output);
        count(figures, labels, "cached_read", Usage::cachedRead);
        count(figures, labels, "cached_write", Usage::cachedWrite);
        count(figures, labels, "reasoning", Usage::reasoning);
    }

    private void count(Figures figures, String labels, String type, ToLongFunction<Usage> part) {
        line("gator_tokens_total", labels, "type", type, String.valueOf(part.applyAsLong(figures.usage())));
    }

    private void latency(Figures figures, String labels) {
        LatencyHistogram latency = figures.latency();
        for (Duration bound : BOUNDS) {
            String le = String.valueOf(bound.toNanos() / 1e9);
            line("gator_seconds_bucket", labels, "le", le, String.valueOf(latency.countUpTo(bound)));
        }
        String count = String.valueOf(latency.count());
        line("gator_seconds_bucket", labels, "le", "+Inf", count);
        line("gator_seconds_sum", labels, "", "", String.valueOf(latency.total().toNanos() / 1e9));
        line("gator_seconds_count", labels, "", "", count);
    }

    private void family(String name, String type, String help, BiConsumer<Figures, String> lines) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        for (Figures figures : all) {
            String labels = "kind=\"" + lower(figures.kind().name()) + "\",name=\"" + escaped(figures.name())
                    + "\",tenant=\"" + escaped(figures.tenant()) + "\"";
            lines.accept(figures, labels);
        }
    }

    private void line(String metric, String labels, String label, String value, String number) {
        out.append(metric).append('{').append(labels);
        if (!label.isEmpty()) {
            out.append(',').append(label).append("=\"").append(escaped(value)).append('"');
        }
        out.append("} ").append(number).append('\n');
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
