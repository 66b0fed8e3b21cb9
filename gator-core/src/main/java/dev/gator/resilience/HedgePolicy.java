package dev.gator.resilience;

import dev.gator.error.Require;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a second request is sent. Immutable. */
public final class HedgePolicy {

    private final @Nullable Duration delay;
    private final double quantile;
    private final double share;

    private HedgePolicy(@Nullable Duration delay, double quantile, double share) {
        this.delay = delay;
        this.quantile = Require.range("quantile", quantile, 0.5, 0.999);
        this.share = Require.range("share of extra calls", share, 0.001, 1);
    }

    /** Returns: when the answer is later than 95 % of the last calls, after the first twenty; one extra in ten calls. */
    public static HedgePolicy afterP95() {
        return afterQuantile(0.95);
    }

    /** Returns: when the answer is later than that share of the last calls. */
    public static HedgePolicy afterQuantile(double share) {
        return new HedgePolicy(null, share, 0.1);
    }

    /** Returns: after a fixed time. */
    public static HedgePolicy after(Duration delay) {
        return new HedgePolicy(Require.positive("delay", delay), 0.95, 0.1);
    }

    /** Returns a copy that allows that many extra calls for each call, over all calls. */
    public HedgePolicy withShare(double other) {
        return new HedgePolicy(delay, quantile, other);
    }

    Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }

    double quantile() {
        return quantile;
    }

    double share() {
        return share;
    }
}
