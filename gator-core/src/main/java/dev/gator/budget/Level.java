package dev.gator.budget;

import dev.gator.call.Spending.Estimate;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Optional;

/** The account of one budget. Every method holds the account's lock; a hold belongs to the window it was made in. */
final class Level {

    private final String name;
    private final Limit limit;
    private final TimeSource time;

    private long windowStart;
    private long window;
    private Money money = Money.ZERO;
    private Money moneyHeld = Money.ZERO;
    private long tokens;
    private long tokensHeld;
    private long calls;
    private long callsHeld;
    private Duration worked = Duration.ZERO;
    private long unpriced;

    Level(String name, Limit limit, TimeSource time) {
        this.name = name;
        this.limit = limit;
        this.time = time;
        this.windowStart = time.nanos();
        limit.money().ifPresent(most -> {
            money = most.minus(most); // zero in the limit's own currency
            moneyHeld = money;
        });
    }

    String name() {
        return name;
    }

    synchronized Hold hold(Estimate estimate) {
        turnWindow();
        Optional<Money> cost = estimate.cost();
        refuseOver(estimate, cost);
        Money held = cost.filter(c -> isMine(c)).orElse(money.minus(money));
        moneyHeld = moneyHeld.plus(held);
        tokensHeld += estimate.usage().total();
        callsHeld++;
        return new Hold(window, held, estimate.usage().total(), time.nanos());
    }

    synchronized void settle(Hold hold, Usage usage, Optional<Money> cost) {
        turnWindow();
        giveBack(hold);
        calls++;
        tokens += usage.isKnown() ? usage.total() : hold.tokens();
        worked = worked.plusNanos(time.nanos() - hold.sinceNanos());
        Optional<Money> mine = cost.filter(this::isMine);
        if (mine.isEmpty()) {
            unpriced++;
        }
        // an answer whose price stayed unknown has cost at most what was set aside for it
        money = money.plus(mine.orElse(hold.money()));
    }

    synchronized void release(Hold hold) {
        turnWindow();
        giveBack(hold);
    }

    synchronized Spent spent() {
        turnWindow();
        return new Spent(money, moneyHeld, tokens, calls, worked, unpriced);
    }

    private void refuseOver(Estimate estimate, Optional<Money> cost) {
        if (limit.calls().isPresent() && calls + callsHeld >= limit.calls().getAsLong()) {
            throw refused(BudgetError.CALLS_EXCEEDED, "all " + limit.calls().getAsLong() + " calls are made");
        }
        if (limit.time().isPresent() && worked.compareTo(limit.time().get()) >= 0) {
            throw refused(BudgetError.TIME_EXCEEDED, "all " + limit.time().get() + " of working time are used");
        }
        if (limit.tokens().isPresent()) {
            long left = limit.tokens().getAsLong() - tokens - tokensHeld;
            if (estimate.usage().total() > left) {
                throw refused(
                        BudgetError.TOKENS_EXCEEDED,
                        "asked for up to " + estimate.usage().total() + " tokens, " + left + " are left");
            }
        }
        limit.money().ifPresent(most -> refuseOverMoney(most, estimate, cost));
    }

    private void refuseOverMoney(Money most, Estimate estimate, Optional<Money> cost) {
        if (cost.filter(this::isMine).isEmpty()) {
            if (!limit.allowsUnknownPrices()) {
                throw refused(BudgetError.PRICE_UNKNOWN, "the price of " + estimate.model() + " is unknown");
            }
            return;
        }
        Money left = most.minus(money).minus(moneyHeld);
        if (cost.get().compareTo(left) > 0) {
            throw refused(
                    BudgetError.MONEY_EXCEEDED,
                    estimate.model() + " could cost " + cost.get() + ", " + left + " is left of " + most);
        }
    }

    private GatorException refused(BudgetError error, String why) {
        return new GatorException(error, "budget " + name + ": " + why);
    }

    private boolean isMine(Money cost) {
        return cost.currency().equals(money.currency());
    }

    private void giveBack(Hold hold) {
        if (hold.window() == window) {
            moneyHeld = moneyHeld.minus(hold.money());
            tokensHeld -= hold.tokens();
            callsHeld--;
        }
    }

    private void turnWindow() {
        if (limit.window().isEmpty()) {
            return;
        }
        long length = limit.window().get().toNanos();
        long passed = (time.nanos() - windowStart) / length;
        if (passed > 0) {
            windowStart += passed * length;
            window += passed;
            money = money.minus(money);
            moneyHeld = money;
            tokens = 0;
            tokensHeld = 0;
            calls = 0;
            callsHeld = 0;
            worked = Duration.ZERO;
            unpriced = 0;
        }
    }

    /** What one call has set aside on one level. */
    record Hold(long window, Money money, long tokens, long sinceNanos) {}
}
