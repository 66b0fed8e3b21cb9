package dev.gator.orchestration.route;

import dev.gator.call.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A route with what the router has seen of it. */
record Station(Route route, LiveLatency latency, Map<QueryKind, Learning.Experience> experiences) {

    static Station of(Route route, TimeSource time) {
        return new Station(route, new LiveLatency(time), new ConcurrentHashMap<>());
    }

    String id() {
        return route.model().card().id();
    }

    Learning.Experience experience(QueryKind kind) {
        return experiences.getOrDefault(kind, Learning.Experience.NONE);
    }

    void learn(QueryKind kind, double reward) {
        experiences.merge(kind, Learning.Experience.NONE.plus(reward), (known, first) -> known.plus(reward));
    }
}
