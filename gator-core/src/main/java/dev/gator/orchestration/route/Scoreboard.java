package dev.gator.orchestration.route;

import dev.gator.chat.ChatRequest;
import dev.gator.orchestration.route.RouteDecision.Candidate;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Scores the models that can serve one request against each other. */
record Scoreboard(List<Station> stations, ChatRequest request, QueryProfile query, RoutingWeights weights) {

    private static final double UNKNOWN = 0.5;
    private static final double LITTLE_MONEY = 1e-6;
    private static final int USUAL_ANSWER = 500;
    private static final int ENOUGH_FEEDBACK = 10;

    /** A model with its parts of the score; what people read is made of it only when somebody does. */
    record Scored(Station station, double score, double quality, double price, double speed, double experience) {

        Candidate told(ChatRequest request, QueryProfile query) {
            Optional<Money> cost = station.route().model().card().cost(usage(request, query));
            Optional<Duration> p95 = station.latency().speed().p95().or(station.route()::expected);
            return new Candidate(station.id(), score, quality, price, speed, experience, cost, p95);
        }
    }

    /** Returns the models, best first; equals stay in the order in which the application named them. */
    List<Scored> ranked(ToDoubleFunction<Learning.Experience> good) {
        Usage usage = usage(request, query);
        double cheapest = Double.MAX_VALUE;
        double fastest = Double.MAX_VALUE;
        for (Station station : stations) {
            cheapest = Math.min(cheapest, station.price(usage).orElse(Double.MAX_VALUE));
            fastest = Math.min(fastest, station.typicalNanos().orElse(Double.MAX_VALUE));
        }
        List<Scored> scored = new ArrayList<>(stations.size());
        for (Station station : stations) {
            OptionalDouble cost = station.price(usage);
            OptionalDouble nanos = station.typicalNanos();
            double price = cost.isEmpty() ? UNKNOWN : ratio(cheapest + LITTLE_MONEY, cost.getAsDouble() + LITTLE_MONEY);
            double speed = nanos.isEmpty() ? UNKNOWN : ratio(fastest, nanos.getAsDouble());
            scored.add(scored(station, price, speed, good));
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
        return scored;
    }

    private Scored scored(Station station, double price, double speed, ToDoubleFunction<Learning.Experience> good) {
        double quality = station.route().qualityAt(query.kind());
        Learning.Experience known = station.experience(query.kind());
        double experience = good.applyAsDouble(known);
        double evidence = known.good() + known.bad() - 2;
        double importance = weights.quality() * (0.5 + 2.5 * query.complexity());
        double learned = weights.experience() * evidence / (evidence + ENOUGH_FEEDBACK);
        double score = (importance * quality + weights.price() * price + weights.speed() * speed + learned * experience)
                / (importance + weights.price() + weights.speed() + learned);
        return new Scored(station, score, quality, price, speed, experience);
    }

    private static Usage usage(ChatRequest request, QueryProfile query) {
        return Usage.estimated(query.tokens(), request.sampling().maxTokens().orElse(USUAL_ANSWER));
    }

    private static double ratio(double best, double own) {
        return own <= 0 ? 1 : Math.min(1, best / own);
    }
}
