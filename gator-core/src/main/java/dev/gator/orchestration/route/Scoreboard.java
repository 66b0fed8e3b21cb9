package dev.gator.orchestration.route;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.ModelCard;
import dev.gator.orchestration.route.RouteDecision.Candidate;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores the models that can serve one request against each other. */
record Scoreboard(List<Entry> entries, QueryProfile query, RoutingWeights weights) {

    private static final double UNKNOWN = 0.5;
    private static final double LITTLE_MONEY = 1e-6;
    private static final int USUAL_ANSWER = 500;
    private static final int ENOUGH_FEEDBACK = 10;

    /** A model with what is known about it for this request. */
    record Entry(Station station, Optional<Money> cost, LiveLatency.Speed speed) {

        Optional<Duration> typical() {
            return speed.p50().or(station.route()::expected);
        }
    }

    /** A model with its parts of the score. */
    record Scored(Station station, Candidate candidate) {}

    static Scoreboard of(List<Station> stations, ChatRequest request, QueryProfile query, RoutingWeights weights) {
        List<Entry> entries = new ArrayList<>(stations.size());
        for (Station station : stations) {
            ModelCard card = station.route().model().card();
            int longest = request.sampling().maxTokens().orElse(USUAL_ANSWER);
            Optional<Money> cost = card.cost(Usage.estimated(query.tokens(), longest));
            entries.add(new Entry(station, cost, station.latency().speed()));
        }
        return new Scoreboard(entries, query, weights);
    }

    /** Returns the models, best first; equals stay in the order in which the application named them. */
    List<Scored> ranked(ToDoubleFunction<Learning.Experience> good) {
        double cheapest = smallest(Entry::cost, cost -> cost.amount().doubleValue());
        double fastest = smallest(Entry::typical, took -> (double) took.toNanos());
        List<Scored> scored = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            scored.add(new Scored(entry.station(), candidate(entry, cheapest, fastest, good)));
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.candidate().score()));
        return scored;
    }

    private Candidate candidate(
            Entry entry, double cheapest, double fastest, ToDoubleFunction<Learning.Experience> good) {
        double quality = entry.station().route().qualityAt(query.kind());
        double price = entry.cost()
                .map(cost -> ratio(cheapest + LITTLE_MONEY, cost.amount().doubleValue() + LITTLE_MONEY))
                .orElse(UNKNOWN);
        double speed = entry.typical()
                .map(took -> ratio(fastest, (double) took.toNanos()))
                .orElse(UNKNOWN);
        Learning.Experience known = entry.station().experience(query.kind());
        double experience = good.applyAsDouble(known);
        double evidence = known.good() + known.bad() - 2;
        double importance = weights.quality() * (0.5 + 2.5 * query.complexity());
        double learned = weights.experience() * evidence / (evidence + ENOUGH_FEEDBACK);
        double score = (importance * quality + weights.price() * price + weights.speed() * speed + learned * experience)
                / (importance + weights.price() + weights.speed() + learned);
        return new Candidate(
                entry.station().id(),
                score,
                quality,
                price,
                speed,
                experience,
                entry.cost(),
                entry.speed().p95().or(entry.station().route()::expected));
    }

    private <T> double smallest(Function<Entry, Optional<T>> part, ToDoubleFunction<T> value) {
        return entries.stream()
                .map(part)
                .flatMap(Optional::stream)
                .mapToDouble(value)
                .min()
                .orElse(0);
    }

    private static double ratio(double best, double own) {
        return own <= 0 ? 1 : Math.min(1, best / own);
    }
}
