package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How calls are spread over replicas. Immutable; {@code with} methods return copies. */
public final class BalancePolicy {

    private static final BalancePolicy DEFAULTS =
            new BalancePolicy(Spread.TWO_CHOICES, 3, Duration.ofSeconds(10), 1, null);

    /** Who is next. */
    public enum Spread {
        /** Of two replicas drawn at random by weight, the one with fewer calls under way for its weight. */
        TWO_CHOICES,
        /** Of all replicas, the one with the fewest calls under way for its weight. */
        LEAST_OUTSTANDING,
        /** One after the other, by weight. */
        ROUND_ROBIN
    }

    private final Spread spread;
    private final int strikes;
    private final Duration ejection;
    private final int others;
    private final @Nullable Function<CallContext, String> session;

    private BalancePolicy(
            Spread spread,
            int strikes,
            Duration ejection,
            int others,
            @Nullable Function<CallContext, String> session) {
        this.spread = spread;
        this.strikes = strikes;
        this.ejection = ejection;
        this.others = others;
        this.session = session;
    }

    /** Returns two choices; three failures in a row put a replica aside for ten seconds; one other is tried. */
    public static BalancePolicy defaults() {
        return DEFAULTS;
    }

    /** Returns a copy that chooses in another way. */
    public BalancePolicy withSpread(Spread other) {
        return new BalancePolicy(other, strikes, ejection, others, session);
    }

    /**
     * Returns a copy that puts a replica aside after so many failures in a row: for {@code time}, then one probe decides.
     */
    public BalancePolicy ejectingAfter(int failures, Duration time) {
        return new BalancePolicy(
                spread,
                Require.range("failures", failures, 1, 1_000),
                Require.positive("ejection", time),
                others,
                session);
    }

    /** Returns a copy that asks up to so many other replicas when one fails; 0 leaves that to a retry outside. */
    public BalancePolicy tryingOthers(int count) {
        return new BalancePolicy(spread, strikes, ejection, Require.range("others", count, 0, 100), session);
    }

    /**
     * Returns a copy that sends equal keys to the same replica while it is well, so that its prompt cache is warm. An empty
     * key means no preference.
     */
    public BalancePolicy stickingTo(Function<CallContext, String> key) {
        return new BalancePolicy(spread, strikes, ejection, others, key);
    }

    /** Returns a copy that sends a user's calls, or those of a tenant without named users, to the same replica. */
    public BalancePolicy stickingToOwner() {
        return stickingTo(context -> context.owner().toString());
    }

    Spread spread() {
        return spread;
    }

    int strikes() {
        return strikes;
    }

    Duration ejection() {
        return ejection;
    }

    int others() {
        return others;
    }

    Optional<Function<CallContext, String>> session() {
        return Optional.ofNullable(session);
    }
}
