package dev.gator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.observe.Observer;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.spi.LoggingEventAware;

class AdaptersTest {

    @Test
    void micrometerGetsTimesTokensAndMoney() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        consensus(MicrometerObserver.of(registry));

        assertEquals(
                1,
                registry.get("gator.calls")
                        .tag("name", "openai:small")
                        .tag("outcome", "ok")
                        .timer()
                        .count());
        assertEquals(
                1,
                registry.get("gator.calls")
                        .tag("error", "GATOR-PRV-011")
                        .timer()
                        .count());
        assertEquals(
                10, registry.get("gator.tokens").tag("type", "input").counter().count());
        assertEquals(
                0.01,
                registry.get("gator.cost").tag("currency", "USD").counter().count(),
                1e-9);
    }

    @Test
    void openTelemetryGetsATreeOfSpansByItsConventions() {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build()) {
            consensus(OpenTelemetryObserver.of(telemetry));
            judge(exporter.getFinishedSpanItems());
        }
    }

    private static void judge(List<SpanData> spans) {
        SpanData chat = spans.get(0);
        SpanData failed = spans.get(1);
        SpanData outer = spans.get(2);
        assertEquals("chat small", chat.getName());
        assertEquals("openai", chat.getAttributes().get(AttributeKey.stringKey("gen_ai.provider.name")));
        assertEquals(10L, chat.getAttributes().get(AttributeKey.longKey("gen_ai.usage.input_tokens")));
        assertEquals(outer.getSpanId(), chat.getParentSpanId());
        assertEquals(StatusCode.ERROR, failed.getStatus().getStatusCode());
        assertEquals("GATOR-PRV-011", failed.getAttributes().get(AttributeKey.stringKey("error.type")));
        assertEquals("2 of 3", outer.getAttributes().get(AttributeKey.stringKey("gator.agreement")));
        assertNull(outer.getAttributes().get(AttributeKey.stringKey("gen_ai.provider.name")));
    }

    @Test
    void logLinesAreStructuredAndAtTheRightLevel() {
        Lines lines = new Lines();
        consensus(LoggingObserver.to(lines));

        assertEquals(List.of(Level.INFO, Level.WARN, Level.DEBUG, Level.INFO), lines.levels());
        LoggingEvent chat = lines.events.get(0);
        assertTrue(chat.getKeyValuePairs().contains(new Pair("input", 10L).asKeyValue()), chat.toString());
        assertEquals(
                "openai:small OK",
                chat.getMessage().replaceFirst("\\{}", "openai:small").replaceFirst("\\{}", "OK"));
    }

    @Test
    void aQuietLoggerGetsNothing() {
        Lines lines = new Lines();
        lines.quiet = true;
        consensus(LoggingObserver.to(lines));

        assertTrue(lines.events.isEmpty());
        assertFalse(lines.isDebugEnabled());
    }

    private static void consensus(Observer observer) {
        CallContext context = CallContext.create().withObserver(observer);
        Span outer = context.open(SpanKind.STRATEGY, "consensus");
        outer.context().open(SpanKind.CHAT, "openai:small").end(Usage.reported(10, 5), Optional.of(Money.usd("0.01")));
        outer.context().open(SpanKind.CHAT, "openai:big").failed(new GatorException(ProviderError.OVERLOADED, "busy"));
        outer.note("agreement", "2 of 3").end();
    }

    private record Pair(String key, Object value) {
        KeyValuePair asKeyValue() {
            return new KeyValuePair(key, value);
        }
    }

    private static final class Lines extends AbstractLogger implements LoggingEventAware {
        private static final long serialVersionUID = 1L;
        private final transient List<LoggingEvent> events = new ArrayList<>();
        private boolean quiet;

        List<Level> levels() {
            return events.stream().map(LoggingEvent::getLevel).toList();
        }

        @Override
        public void log(LoggingEvent event) {
            events.add(event);
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return "";
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable error) {}

        @Override
        public boolean isTraceEnabled() {
            return !quiet;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return !quiet;
        }

        @Override
        public boolean isDebugEnabled() {
            return !quiet;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return !quiet;
        }

        @Override
        public boolean isInfoEnabled() {
            return !quiet;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return !quiet;
        }

        @Override
        public boolean isWarnEnabled() {
            return !quiet;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return !quiet;
        }

        @Override
        public boolean isErrorEnabled() {
            return !quiet;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return !quiet;
        }
    }
}
