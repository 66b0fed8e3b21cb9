package dev.gator.orchestration.route;

import dev.gator.call.TimeSource;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A route with what the router has seen of it.
 *
 * @param inputPrice what an input token costs, for comparing only; negative if unknown or in another currency
 * @param outputPrice what an output token costs
 */
record Station(
        Route route,
        LiveLatency latency,
        Map<QueryKind, Learning.Experience> experiences,
        double inputPrice,
        double outputPrice) {

    private static final double MILLION = 1e6;

    static Station of(Route route, TimeSource time, Optional<Currency> currency) {
        Optional<Pricing> pricing = route.model().card().pricing().filter(prices -> currency.filter(
                        prices.input().currency()::equals)
                .isPresent());
        return new Station(
                route,
                new LiveLatency(time),
                new ConcurrentHashMap<>(),
                pricing.map(prices -> prices.input().amount().doubleValue() / MILLION)
                        .orElse(-1.0),
                pricing.map(prices -> prices.output().amount().doubleValue() / MILLION)
                        .orElse(-1.0));
    }

    String id() {
        return route.model().card().id();
    }

    OptionalDouble price(Usage usage) {
        return inputPrice < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(inputPrice * usage.input() + outputPrice * usage.output());
    }

    OptionalDouble typicalNanos() {
        Optional<Duration> typical = latency.speed().p50().or(route::expected);
        return typical.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) typical.get().toNanos());
    }

    Learning.Experience experience(QueryKind kind) {
        return experiences.getOrDefault(kind, Learning.Experience.NONE);
    }

    void learn(QueryKind kind, double reward) {
        experiences.merge(kind, Learning.Experience.NONE.plus(reward), (known, first) -> known.plus(reward));
    }
}
