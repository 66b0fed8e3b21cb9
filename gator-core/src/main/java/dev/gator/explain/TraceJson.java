package dev.gator.explain;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.observe.Explanation;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Writes an explanation as JSON and reads it back, exactly. */
public final class TraceJson {

    private TraceJson() {}

    /** Returns the explanation as JSON. */
    public static Json write(Explanation node) {
        JsonObject.Builder json = JsonObject.builder()
                .put("kind", node.kind().name())
                .put("name", node.name())
                .put("started", node.started().toString())
                .put("tookNanos", node.took().toNanos())
                .put("outcome", node.outcome().name());
        node.error().ifPresent(code -> json.put("error", code));
        json.put(
                "facts", JsonArray.of(node.facts().stream().map(TraceJson::fact).toList()));
        json.put("usage", usage(node.usage()));
        node.cost().ifPresent(cost -> json.put("cost", money(cost)));
        return json.put(
                        "children",
                        JsonArray.of(
                                node.children().stream().map(TraceJson::write).toList()))
                .build();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws dev.gator.error.GatorException naming the member that is missing or wrong
     */
    public static Explanation read(Json json) {
        JsonObject node = json.asObject();
        List<Explanation.Fact> facts = new ArrayList<>();
        node.array("facts")
                .forEach(f -> facts.add(new Explanation.Fact(
                        f.asObject().string("name"), f.asObject().string("value"))));
        List<Explanation> children = new ArrayList<>();
        node.array("children").forEach(child -> children.add(read(child)));
        return new Explanation(
                SpanKind.valueOf(node.string("kind")),
                node.string("name"),
                Instant.parse(node.string("started")),
                Duration.ofNanos(node.number("tookNanos").longValue()),
                Outcome.valueOf(node.string("outcome")),
                node.optionalString("error"),
                facts,
                usage(node.object("usage")),
                node.optionalObject("cost").map(TraceJson::money),
                children);
    }

    private static Json fact(Explanation.Fact fact) {
        return JsonObject.builder()
                .put("name", fact.name())
                .put("value", fact.value())
                .build();
    }

    private static Json money(Money cost) {
        return JsonObject.builder()
                .put("amount", cost.amount().toPlainString())
                .put("currency", cost.currency().getCurrencyCode())
                .build();
    }

    private static Money money(JsonObject cost) {
        return new Money(new BigDecimal(cost.string("amount")), Currency.getInstance(cost.string("currency")));
    }

    private static Json usage(Usage usage) {
        return JsonObject.builder()
                .put("input", usage.input())
                .put("output", usage.output())
                .put("cachedRead", usage.cachedRead())
                .put("cachedWrite", usage.cachedWrite())
                .put("reasoning", usage.reasoning())
                .put("audioInput", usage.audioInput())
                .put("audioOutput", usage.audioOutput())
                .put("image", usage.image())
                .put("origin", usage.origin().name())
                .build();
    }

    private static Usage usage(JsonObject json) {
        return new Usage(
                json.number("input").longValue(),
                json.number("output").longValue(),
                json.number("cachedRead").longValue(),
                json.number("cachedWrite").longValue(),
                json.number("reasoning").longValue(),
                json.number("audioInput").longValue(),
                json.number("audioOutput").longValue(),
                json.number("image").longValue(),
                Usage.Origin.valueOf(json.string("origin")));
    }
}
