package dev.gator.orchestration.route;

import dev.gator.chat.ChatModel;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model that a router may choose, with what the application knows about it. Immutable. */
public final class Route {

    private static final double USUAL_QUALITY = 0.5;

    private final ChatModel model;
    private final double quality;
    private final Map<QueryKind, Double> qualities;
    private final double mostComplex;
    private final @Nullable Duration expected;

    private Route(
            ChatModel model,
            double quality,
            Map<QueryKind, Double> qualities,
            double mostComplex,
            @Nullable Duration expected) {
        this.model = model;
        this.quality = quality;
        this.qualities = qualities;
        this.mostComplex = mostComplex;
        this.expected = expected;
    }

    /** Returns a route to a model of middling quality for questions of any complexity. */
    public static Route to(ChatModel model) {
        return new Route(model, USUAL_QUALITY, Map.of(), 1, null);
    }

    /** Returns the same route with how good the model is in general, 0 to 1. */
    public Route quality(double value) {
        return new Route(model, Require.range("quality", value, 0, 1), qualities, mostComplex, expected);
    }

    /** Returns the same route with how good the model is at one kind of question, 0 to 1. */
    public Route quality(QueryKind kind, double value) {
        Map<QueryKind, Double> copy = new EnumMap<>(QueryKind.class);
        copy.putAll(qualities);
        copy.put(kind, Require.range("quality at " + kind, value, 0, 1));
        return new Route(model, quality, Map.copyOf(copy), mostComplex, expected);
    }

    /** Returns the same route, passed over for questions that are more complex than that, while another one serves. */
    public Route upToComplexity(double value) {
        return new Route(model, quality, qualities, Require.range("complexity", value, 0, 1), expected);
    }

    /** Returns the same route with how long the model takes, for as long as nothing was measured. */
    public Route expecting(Duration usually) {
        return new Route(model, quality, qualities, mostComplex, Require.positive("expected latency", usually));
    }

    /** Returns the model. */
    public ChatModel model() {
        return model;
    }

    double qualityAt(QueryKind kind) {
        return qualities.getOrDefault(kind, quality);
    }

    double mostComplex() {
        return mostComplex;
    }

    Optional<Duration> expected() {
        return Optional.ofNullable(expected);
    }
}
