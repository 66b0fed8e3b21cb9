package dev.gator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.call.Workers;
import dev.gator.chat.ChatRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.observe.Event;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final ManualTime time = ManualTime.create();
    private final Metrics metrics = Metrics.create();
    private final CallContext context =
            CallContext.create().withTime(time).withOwner(Owner.tenant("acme")).withObserver(metrics);

    @Test
    void countsCallsErrorsTokensMoneyAndTimes() {
        call("openai:small", Duration.ofMillis(100));
        call("openai:small", Duration.ofMillis(300));
        context.open(SpanKind.CHAT, "openai:small").failed(new GatorException(ProviderError.OVERLOADED, "busy"));
        context.open(SpanKind.CHAT, "openai:small").failed(new GatorException(CallError.CANCELLED, "stopped"));

        Figures figures = metrics.figures(SpanKind.CHAT, "openai:small", "acme").orElseThrow();

        assertEquals(4, figures.count());
        assertEquals(1.0 / 3, figures.errorRate(), 1e-9, "cancelled work is no error");
        assertEquals(1L, figures.errors().get("GATOR-PRV-011"));
        assertEquals(30, figures.usage().total());
        assertEquals(List.of(Money.usd("0.02")), figures.costs());
        assertEquals(300, figures.percentile(0.99).orElseThrow().toMillis(), 3);
        assertTrue(metrics.figures(SpanKind.CHAT, "openai:small", "other").isEmpty());
    }

    @Test
    void whatHasNoPriceIsCountedAsUnpricedNotAsFree() {
        context.open(SpanKind.CHAT, "new:model").end(Usage.reported(1, 1), Optional.empty());

        Figures figures = metrics.figures(SpanKind.CHAT, "new:model", "acme").orElseThrow();

        assertEquals(1, figures.unpriced());
        assertEquals(List.of(), figures.costs());
    }

    @Test
    void namesBeyondTheLimitAreCountedTogether() {
        Metrics small = Metrics.ofSeries(2);
        CallContext watched = CallContext.create().withObserver(small);
        for (int i = 0; i < 10; i++) {
            watched.open(SpanKind.CHAT, "model-" + i).end();
        }

        assertEquals(3, small.figures().size());
        assertEquals(
                8, small.figures(SpanKind.CHAT, "other", "other").orElseThrow().count());
    }

    @Test
    void nothingIsLostWhenManyThreadsCount() throws InterruptedException {
        Executor workers = Workers.named("counter");
        CountDownLatch done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            workers.execute(() -> {
                for (int n = 0; n < 1_000; n++) {
                    context.open(SpanKind.CHAT, "openai:small")
                            .end(Usage.reported(1, 1), Optional.of(Money.usd("0.000001")));
                }
                done.countDown();
            });
        }
        assertTrue(done.await(20, TimeUnit.SECONDS));

        Figures figures = metrics.figures(SpanKind.CHAT, "openai:small", "acme").orElseThrow();
        assertEquals(8_000, figures.count());
        assertEquals(16_000, figures.usage().total());
        assertEquals(List.of(Money.usd("0.008")), figures.costs());
    }

    @Test
    void prometheusTextIsWellFormedHoweverHostileTheNames() {
        call("we\"ird\\name\n{}", Duration.ofMillis(20));
        context.open(SpanKind.GUARD, "cached")
                .note("cache", "hit")
                .note("cache", "3 hits, 2 misses")
                .end();

        String text = PrometheusText.of(metrics);

        assertTrue(text.contains("# TYPE gator_seconds histogram\n"));
        assertTrue(text.contains("name=\"we\\\"ird\\\\name\\n{}\""), text);
        assertTrue(text.contains("gator_tokens_total{kind=\"chat\",name=\"we\\\"ird\\\\name\\n{}\",tenant=\"acme\","
                + "type=\"input\"} 10\n"));
        assertTrue(text.contains(",currency=\"USD\"} 0.01\n"));
        assertTrue(text.contains(",result=\"hit\"} 1\n"));
        assertTrue(text.contains(",result=\"other\"} 1\n"), "a free text must not become a label");
        assertTrue(text.contains(",le=\"0.025\"} 1\n"));
        assertTrue(text.contains(",le=\"0.01\"} 0\n"));
        assertTrue(
                text.lines()
                        .allMatch(line -> line.startsWith("# ")
                                || line.matches("gator_[a-z_]+\\{(?:[a-z]+=\"(?:[^\"\\\\]|\\\\.)*\",?)+} [0-9.E+-]+")),
                text);
    }

    @Test
    void capturedTextsAreCutAndCleaned() {
        RecordingObserver seen = RecordingObserver.create();
        ScriptedModel model = ScriptedModel.replying("the key is sk-abcdefghijklmnop1234 and more", "streamed");
        PayloadCapture capture = PayloadCapture.of(model, 40).cleanedBy(text -> text.replace("Ana", "[name]"));
        ChatRequest request = ChatRequest.of("Ana asks: " + "x".repeat(100))
                .withContext(CallContext.create().withObserver(seen));

        capture.chat(request);
        assertEquals("streamed", capture.stream(request).reply().text());

        List<String> facts = seen.events().stream()
                .filter(Event.Noted.class::isInstance)
                .map(event -> ((Event.Noted) event).value())
                .toList();
        assertEquals("user: [name] asks: " + "x".repeat(21) + "…", facts.get(0));
        assertEquals("the key is *** and more", facts.get(1));
        assertFalse(facts.toString().contains("sk-abc"));
        assertEquals(model.card(), capture.card());
    }

    @Test
    void outcomesAreKeptApart() {
        context.open(SpanKind.TOOL, "weather").end();

        Figures figures = metrics.figures(SpanKind.TOOL, "weather", "acme").orElseThrow();

        assertEquals(Long.valueOf(1), figures.outcomes().get(Outcome.OK));
        assertEquals(0, figures.errorRate());
        assertEquals(0, figures.unpriced(), "a tool has no price to be unknown");
    }

    private void call(String model, Duration took) {
        Span span = context.open(SpanKind.CHAT, model);
        time.advance(took);
        span.end(Usage.reported(10, 5), Optional.of(Money.usd("0.01")));
    }
}
