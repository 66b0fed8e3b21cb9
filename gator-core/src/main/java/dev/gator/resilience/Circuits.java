package dev.gator.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The circuits of many models under one policy, one for each provider and model, so that every wrapper of a model sees the
 * failures of all. A request that overrides model or address has a circuit of its own. Thread-safe.
 */
public final class Circuits {

    private static final int MOST = 10_000;

    private final BreakerPolicy policy;
    private final Cache<String, Circuit> circuits =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private Circuits(BreakerPolicy policy) {
        this.policy = policy;
    }

    /** Returns circuits that are all closed. */
    public static Circuits of(BreakerPolicy policy) {
        return new Circuits(policy);
    }

    /** Returns whether calls to that model pass, as of the last call. */
    public CircuitState state(String modelId) {
        return circuit(modelId).state();
    }

    BreakerPolicy policy() {
        return policy;
    }

    Circuit circuit(String key) {
        return circuits.get(key, fresh -> new Circuit(policy));
    }
}
