package dev.gator.budget;

import dev.gator.error.Require;
import dev.gator.usage.Money;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How much may be spent, in total or in each window of time. What is not set is not limited. */
public final class Limit {

    private static final Limit NONE = new Limit(new Parts());

    private final Parts parts;

    private Limit(Parts parts) {
        this.parts = parts;
    }

    /** Returns the limit that limits nothing. */
    public static Limit none() {
        return NONE;
    }

    /** Returns a limit on money. */
    public static Limit of(Money money) {
        return NONE.money(money);
    }

    /** Returns a copy that limits money. */
    public Limit money(Money most) {
        Require.that(!most.isNegative(), "money limit is negative: " + most);
        Parts copy = parts.copy();
        copy.money = most;
        return new Limit(copy);
    }

    /** Returns a copy that limits tokens, input and output together. */
    public Limit tokens(long most) {
        Parts copy = parts.copy();
        copy.tokens = Require.notNegative("token limit", most);
        return new Limit(copy);
    }

    /** Returns a copy that limits the number of calls to models. */
    public Limit calls(long most) {
        Parts copy = parts.copy();
        copy.calls = Require.notNegative("call limit", most);
        return new Limit(copy);
    }

    /** Returns a copy that limits the time models work, added up over all calls. */
    public Limit time(Duration most) {
        Parts copy = parts.copy();
        copy.time = Require.positive("time limit", most);
        return new Limit(copy);
    }

    /** Returns a copy that starts anew in each window, such as each day. */
    public Limit per(Duration length) {
        Parts copy = parts.copy();
        copy.window = Require.positive("budget window", length);
        return new Limit(copy);
    }

    /** Returns a copy that lets models of unknown price pass; their tokens and calls are still counted. */
    public Limit allowingUnknownPrices() {
        Parts copy = parts.copy();
        copy.unknownPrices = true;
        return new Limit(copy);
    }

    /** Returns the most money. */
    public Optional<Money> money() {
        return Optional.ofNullable(parts.money);
    }

    /** Returns the most tokens. */
    public OptionalLong tokens() {
        return parts.tokens < 0 ? OptionalLong.empty() : OptionalLong.of(parts.tokens);
    }

    /** Returns the most calls. */
    public OptionalLong calls() {
        return parts.calls < 0 ? OptionalLong.empty() : OptionalLong.of(parts.calls);
    }

    /** Returns the most working time. */
    public Optional<Duration> time() {
        return Optional.ofNullable(parts.time);
    }

    /** Returns the length of a window. */
    public Optional<Duration> window() {
        return Optional.ofNullable(parts.window);
    }

    /** Returns whether models of unknown price may be called although money is limited. */
    public boolean allowsUnknownPrices() {
        return parts.unknownPrices;
    }

    /** The fields, mutable only while a copy is made. */
    private static final class Parts implements Cloneable {
        private @Nullable Money money;
        private long tokens = -1;
        private long calls = -1;
        private @Nullable Duration time;
        private @Nullable Duration window;
        private boolean unknownPrices;

        Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
