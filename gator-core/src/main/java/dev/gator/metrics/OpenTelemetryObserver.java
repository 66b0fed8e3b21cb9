package dev.gator.metrics;

import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanId;
import dev.gator.observe.SpanKind;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes spans on to OpenTelemetry, named and attributed after its conventions for generative AI. Outermost spans become
 * children of the span that is current on the calling thread. Needs {@code io.opentelemetry:opentelemetry-api} on the
 * class path, which Gator does not bring.
 */
public final class OpenTelemetryObserver implements Observer {

    private final Tracer tracer;
    private final Map<Place, Span> open = new ConcurrentHashMap<>();

    private OpenTelemetryObserver(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Returns an observer that makes spans with that instance's tracer {@code dev.gator}. */
    public static OpenTelemetryObserver of(OpenTelemetry telemetry) {
        return new OpenTelemetryObserver(telemetry.getTracer("dev.gator"));
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started started) {
            start(started);
        } else if (event instanceof Event.Noted noted) {
            Span span = open.get(Place.of(noted.span()));
            if (span != null) {
                span.setAttribute("gator." + noted.name(), noted.value());
            }
        } else if (event instanceof Event.Ended ended) {
            end(ended);
        }
    }

    private void start(Event.Started started) {
        String operation = operation(started.kind());
        SpanBuilder builder = tracer.spanBuilder(operation + " " + modelOf(started.name()))
                .setStartTimestamp(started.at())
                .setAttribute("gen_ai.operation.name", operation)
                .setAttribute("gator.tenant", started.tenant());
        if (started.kind() == SpanKind.CHAT || started.kind() == SpanKind.EMBED) {
            builder.setSpanKind(io.opentelemetry.api.trace.SpanKind.CLIENT)
                    .setAttribute("gen_ai.provider.name", providerOf(started.name()))
                    .setAttribute("gen_ai.request.model", modelOf(started.name()));
        } else if (started.kind() == SpanKind.TOOL) {
            builder.setAttribute("gen_ai.tool.name", started.name());
        }
        Span parent = open.get(new Place(started.span().trace(), started.span().parent()));
        if (parent != null) {
            builder.setParent(Context.current().with(parent));
        }
        open.put(Place.of(started.span()), builder.startSpan());
    }

    private void end(Event.Ended ended) {
        Span span = open.remove(Place.of(ended.span()));
        if (span == null) {
            return;
        }
        if (ended.usage().total() > 0) {
            span.setAttribute("gen_ai.usage.input_tokens", ended.usage().input());
            span.setAttribute("gen_ai.usage.output_tokens", ended.usage().output());
        }
        ended.cost().ifPresent(cost -> span.setAttribute("gator.cost", cost.toString()));
        ended.error().ifPresent(code -> span.setAttribute("error.type", code));
        if (ended.outcome() == Outcome.FAILED) {
            span.setStatus(StatusCode.ERROR);
        } else if (ended.outcome() == Outcome.CANCELLED) {
            span.setAttribute("gator.cancelled", true);
        }
        span.end(ended.at());
    }

    private static String operation(SpanKind kind) {
        return switch (kind) {
            case CHAT -> "chat";
            case EMBED -> "embeddings";
            case TOOL -> "execute_tool";
            case TURN, STRATEGY -> "invoke_agent";
            case MEDIA -> "generate_content";
            case RETRIEVAL -> "retrieval";
            case GUARD, STEP -> "step";
        };
    }

    private static String providerOf(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String modelOf(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private record Place(String trace, long id) {
        static Place of(SpanId span) {
            return new Place(span.trace(), span.id());
        }
    }
}
