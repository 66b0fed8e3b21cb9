package dev.gator.orchestration.route;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.orchestration.route.RouteDecision.Reason;
import dev.gator.orchestration.route.RouteDecision.Skipped;
import dev.gator.orchestration.route.Scoreboard.Scored;
import dev.gator.usage.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request to the model that suits it: what it must be able to do, how long it is and where it may be processed
 * are conditions; how good, dear and fast each model is are weighed. If the chosen model fails before its first word and
 * another may do better, the same call goes on with the next one. Thread-safe.
 *
 * <pre>{@code
 * Router router = Router.of(
 *         Route.to(small).quality(0.5).upToComplexity(0.6),
 *         Route.to(big).quality(0.9).quality(QueryKind.MATHS, 0.95));
 * System.out.println(router.explain(ChatRequest.of("Prove that sqrt(2) is irrational")));
 * }</pre>
 */
public final class Router implements ChatModel {

    private final List<Station> stations;
    private final ModelCard card;
    private final QueryClassifier classifier;
    private final RoutingWeights weights;
    private final Function<Owner, Set<String>> regions;
    private final Map<QueryKind, String> pins;
    private final @Nullable Money ceiling;
    private final @Nullable Learning learning;

    private Router(Builder builder) {
        List<ModelCard> cards =
                builder.routes.stream().map(route -> route.model().card()).toList();
        Optional<Currency> currency = cards.stream()
                .flatMap(priced -> priced.pricing().stream())
                .map(prices -> prices.input().currency())
                .findFirst();
        this.stations = builder.routes.stream()
                .map(route -> Station.of(route, builder.time, currency))
                .toList();
        this.card =
                ModelCard.across("router:" + cards.stream().map(ModelCard::id).collect(Collectors.joining("+")), cards);
        List<String> ids = cards.stream().map(ModelCard::id).toList();
        Require.that(Set.copyOf(ids).size() == ids.size(), "two routes lead to the same model: " + ids);
        Require.that(ids.containsAll(builder.pins.values()), "pinned to " + builder.pins + ", but there are " + ids);
        this.classifier = builder.classifier;
        this.weights = builder.weights;
        this.regions = builder.regions;
        this.pins = Map.copyOf(builder.pins);
        this.ceiling = builder.ceiling;
        this.learning = builder.learning;
    }

    /** Returns a router over these routes with the default weights. */
    public static Router of(Route... routes) {
        return builder(routes).build();
    }

    /** Starts a router over these routes. */
    public static Builder builder(Route... routes) {
        return new Builder(Arrays.asList(routes));
    }

    /**
     * Returns which model the request would go to, and why, without asking any model.
     *
     * @throws GatorException with {@link OrchestrationError#NO_ROUTE} if none can serve it
     */
    public RouteDecision explain(ChatRequest request) {
        return decide(request, false).decision();
    }

    /** Returns which model the question would go to, and why, without asking any model. */
    public RouteDecision explain(String question) {
        return explain(ChatRequest.of(question));
    }

    /**
     * Tells how good an answer was; without effect while learning is off.
     *
     * @param kind what the question was about, as {@link #explain} says
     * @param model the id of the model that answered
     * @param reward 0 for useless to 1 for perfect
     */
    public void feedback(QueryKind kind, String model, double reward) {
        Require.range("reward", reward, 0, 1);
        if (learning != null) {
            find(model).learn(kind, reward);
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Span span = request.context().open(SpanKind.STRATEGY, "router");
        try {
            Choice choice = decide(request.withContext(span.context()), true);
            span.note("decision", () -> choice.decision().toString());
            ChatReply reply = firstToAnswer(choice, span);
            span.end();
            return reply;
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Span span = request.context().open(SpanKind.STRATEGY, "router");
        try {
            Choice choice = decide(request.withContext(span.context()), true);
            span.note("decision", () -> choice.decision().toString());
            return ChatStream.over(new RoutedSource(choice.stations(), choice.request(), span), request.context());
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    private static ChatReply firstToAnswer(Choice choice, Span span) {
        CallContext context = choice.request().context();
        for (int i = 0; ; i++) {
            Station station = choice.ranked().get(i).station();
            long begun = context.time().nanos();
            try {
                ChatReply reply = station.route().model().chat(choice.request());
                station.latency().add(context.time().nanos() - begun);
                return reply;
            } catch (GatorException e) {
                if (i == choice.ranked().size() - 1 || !e.category().worthAnother()) {
                    throw e;
                }
                context.check();
                span.note("passed on", station.id() + " failed with " + e.code().id());
            }
        }
    }

    /** What was decided; the words for it are found only when somebody reads them. */
    private record Choice(
            QueryProfile query, List<Scored> ranked, List<Skipped> skipped, Reason reason, ChatRequest request) {

        RouteDecision decision() {
            return new RouteDecision(
                    query, ranked.stream().map(one -> one.told(request, query)).toList(), skipped, reason);
        }

        List<Station> stations() {
            return ranked.stream().map(Scored::station).toList();
        }
    }

    private Choice decide(ChatRequest request, boolean forReal) {
        QueryProfile query = classifier.classify(request);
        List<Skipped> skipped = new ArrayList<>();
        List<Station> fit = fitting(request, query, skipped);
        Scoreboard board = new Scoreboard(fit, request, query, weights);
        List<Scored> ranked = board.ranked(Learning.Experience::mean);
        Reason reason = Reason.SCORE;
        if (forReal && learning != null && learning.mayExplore()) {
            List<Scored> drawn = board.ranked(learning::draw);
            if (!drawn.get(0).station().id().equals(ranked.get(0).station().id())) {
                learning.hasExplored();
                ranked = drawn;
                reason = Reason.EXPLORATION;
            }
        }
        Optional<String> pinned = pinned(request, query);
        if (pinned.isPresent() && first(ranked, pinned.get())) {
            reason = Reason.PINNED;
        }
        return new Choice(query, ranked, skipped, reason, withoutPin(request, pinned));
    }

    private List<Station> fitting(ChatRequest request, QueryProfile query, List<Skipped> skipped) {
        Set<String> allowed = regions.apply(request.context().owner());
        Fitness fitness = Fitness.of(request, query.tokens(), allowed, ceiling);
        List<Station> fit = new ArrayList<>();
        List<Station> overtaxed = new ArrayList<>();
        for (Station station : stations) {
            Optional<String> obstacle = fitness.obstacle(station.route().model().card());
            obstacle.ifPresent(reason -> skipped.add(new Skipped(station.id(), reason)));
            if (obstacle.isEmpty()) {
                boolean easy = query.complexity() <= station.route().mostComplex();
                (easy ? fit : overtaxed).add(station);
            }
        }
        if (fit.isEmpty() && overtaxed.isEmpty()) {
            throw new GatorException(OrchestrationError.NO_ROUTE, "no model can serve the request: " + skipped);
        }
        if (fit.isEmpty()) {
            return overtaxed;
        }
        overtaxed.forEach(station -> skipped.add(new Skipped(
                station.id(),
                String.format(
                        Locale.ROOT,
                        "complexity %.2f > %.1f",
                        query.complexity(),
                        station.route().mostComplex()))));
        return fit;
    }

    private Optional<String> pinned(ChatRequest request, QueryProfile query) {
        return request.overrides()
                .model()
                .filter(name ->
                        stations.stream().anyMatch(station -> station.id().equals(name)))
                .or(() -> Optional.ofNullable(pins.get(query.kind())));
    }

    // the pin names a route, which the model behind it must not read as the name of another model of its service
    private static ChatRequest withoutPin(ChatRequest request, Optional<String> pinned) {
        Overrides overrides = request.overrides();
        if (pinned.isEmpty() || !overrides.model().equals(pinned)) {
            return request;
        }
        Overrides rest = Overrides.none();
        rest = overrides.key().map(rest::withKey).orElse(rest);
        rest = overrides.baseUrl().map(rest::withBaseUrl).orElse(rest);
        return request.toBuilder().overrides(rest).build();
    }

    private static boolean first(List<Scored> ranked, String model) {
        for (Scored scored : ranked) {
            if (scored.station().id().equals(model)) {
                ranked.remove(scored);
                ranked.add(0, scored);
                return true;
            }
        }
        return false;
    }

    private Station find(String model) {
        return stations.stream()
                .filter(station -> station.id().equals(model))
                .findFirst()
                .orElseThrow(() -> new GatorException(
                        OrchestrationError.NO_ROUTE,
                        "no route to " + model + "; there are "
                                + stations.stream().map(Station::id).toList()));
    }

    /** Collects what is optional about a router. */
    public static final class Builder {
        private final List<Route> routes;
        private QueryClassifier classifier = QueryClassifier.rules();
        private RoutingWeights weights = RoutingWeights.balanced();
        private Function<Owner, Set<String>> regions = owner -> Set.of();
        private final Map<QueryKind, String> pins = new EnumMap<>(QueryKind.class);
        private TimeSource time = TimeSource.system();
        private @Nullable Money ceiling;
        private @Nullable Learning learning;

        private Builder(List<Route> routes) {
            this.routes = Require.notEmpty("routes of a router", routes);
        }

        /** Sets who tells what a request is about. */
        public Builder classifier(QueryClassifier other) {
            this.classifier = other;
            return this;
        }

        /** Sets how much quality, price and speed count. */
        public Builder weights(RoutingWeights other) {
            this.weights = other;
            return this;
        }

        /** Allows only models that process data in these regions; a model of unknown region is refused. */
        public Builder residency(String... allowed) {
            Set<String> all = Set.of(allowed);
            return residency(owner -> all);
        }

        /** Allows, by owner, only models that process data in certain regions; an empty set allows all. */
        public Builder residency(Function<Owner, Set<String>> allowed) {
            this.regions = allowed;
            return this;
        }

        /** Refuses models whose million output tokens cost more, or whose price is unknown. */
        public Builder ceiling(Money perMillionOutput) {
            this.ceiling = perMillionOutput;
            return this;
        }

        /** Sends questions of one kind to one model, whatever the scores, as long as it can serve them. */
        public Builder pin(QueryKind kind, String model) {
            pins.put(kind, Require.text("model id", model));
            return this;
        }

        /** Switches learning from feedback on. */
        public Builder learning(Learning how) {
            this.learning = how;
            return this;
        }

        /** Sets the clock by which measured latencies grow old. */
        public Builder time(TimeSource clock) {
            this.time = clock;
            return this;
        }

        /** Returns the router. */
        public Router build() {
            return new Router(this);
        }
    }
}
