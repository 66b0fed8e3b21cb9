package dev.gator.plugin;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * When a hook runs, how long it may take, and what its failure means. Hooks run one after the other: lower order first,
 * then in the order of plugin ids.
 *
 * @param order -1,000 to 1,000
 * @param timeBox how long it may take, at most 30 seconds
 * @param onFailure what its failure means
 */
public record HookRules(int order, Duration timeBox, OnFailure onFailure) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** In the middle, a quarter of a second, and its failure stops the call. */
    public static final HookRules DEFAULT = new HookRules(0, Duration.ofMillis(250), OnFailure.STOP);

    /** What it means when a hook fails or takes too long. */
    public enum OnFailure {
        /** The call fails: for hooks that protect. */
        STOP,
        /** The call goes on without the hook: for hooks that adorn. */
        GO_ON
    }

    /** Checks the bounds. */
    public HookRules {
        Require.range("order of a hook", order, -1_000, 1_000);
        Require.positive("time box of a hook", timeBox);
        Require.that(timeBox.compareTo(LONGEST) <= 0, "time box of a hook is " + timeBox + ", more than " + LONGEST);
    }

    /** Returns a copy with another order. */
    public HookRules withOrder(int other) {
        return new HookRules(other, timeBox, onFailure);
    }

    /** Returns a copy with another time box. */
    public HookRules within(Duration other) {
        return new HookRules(order, other, onFailure);
    }

    /** Returns a copy whose failure does not stop the call. */
    public HookRules failingOpen() {
        return new HookRules(order, timeBox, OnFailure.GO_ON);
    }
}
