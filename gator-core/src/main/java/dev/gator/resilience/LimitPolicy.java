package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.chat.TokenCounter;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.function.Function;

/** For whom a limit counts, and whether a call beyond it waits. Immutable; {@code with} methods return copies. */
public final class LimitPolicy {

    private final Function<CallContext, String> key;
    private final Duration patience;
    private final TokenCounter counter;

    private LimitPolicy(Function<CallContext, String> key, Duration patience, TokenCounter counter) {
        this.key = key;
        this.patience = patience;
        this.counter = counter;
    }

    /** Returns a limit that all calls share, as a provider's own limit is; a call beyond it is refused at once. */
    public static LimitPolicy shared() {
        return new LimitPolicy(context -> "", Duration.ZERO, TokenCounter.estimate());
    }

    /** Returns a limit for each tenant. */
    public static LimitPolicy perTenant() {
        return shared().per(context -> context.owner().tenant());
    }

    /** Returns a limit for each user of each tenant; a tenant's calls without a user share one. */
    public static LimitPolicy perUser() {
        return shared().per(context -> context.owner().toString());
    }

    /** Returns a copy that counts for each key that {@code who} gives. */
    public LimitPolicy per(Function<CallContext, String> who) {
        return new LimitPolicy(who, patience, counter);
    }

    /**
     * Returns a copy in which a call beyond the limit waits if it can go within {@code most} and its own deadline. Tenants
     * that wait for the same limit go in turn.
     */
    public LimitPolicy waiting(Duration most) {
        return new LimitPolicy(key, Require.positive("patience", most), counter);
    }

    /** Returns a copy that counts a request's tokens with {@code other}. */
    public LimitPolicy counting(TokenCounter other) {
        return new LimitPolicy(key, patience, other);
    }

    String key(CallContext context) {
        return key.apply(context);
    }

    Duration patience() {
        return patience;
    }

    boolean waits() {
        return !patience.isZero();
    }

    TokenCounter counter() {
        return counter;
    }
}
