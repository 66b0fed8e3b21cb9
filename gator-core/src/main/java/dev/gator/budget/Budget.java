package dev.gator.budget;

import dev.gator.call.Spending;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A limit that is kept. Budgets nest: what a conversation spends, its tenant spends, too, and either can refuse.
 * Thread-safe; callers that compete for the last cent get it once.
 *
 * <pre>{@code
 * Budget tenant = Budget.of("tenant acme", Limit.of(Money.usd("25")).per(Duration.ofDays(1)));
 * Budget talk = tenant.within("conversation 7", Limit.of(Money.usd("0.50")));
 * CallContext context = CallContext.create().withSpending(talk);
 * }</pre>
 */
public final class Budget implements Spending {

    private final List<Level> levels; // the innermost first
    private final TimeSource time;
    private final Consumer<LedgerLine> ledger;

    private Budget(List<Level> levels, TimeSource time, Consumer<LedgerLine> ledger) {
        this.levels = levels;
        this.time = time;
        this.ledger = ledger;
    }

    /** Returns a budget of that name. */
    public static Budget of(String name, Limit limit) {
        return of(name, limit, TimeSource.system());
    }

    /** Returns a budget whose windows and working time are measured on that clock. */
    public static Budget of(String name, Limit limit, TimeSource time) {
        return new Budget(List.of(new Level(name, limit, time)), time, line -> {});
    }

    /** Returns a budget inside this one. */
    public Budget within(String name, Limit limit) {
        List<Level> nested = new ArrayList<>();
        nested.add(new Level(name, limit, time));
        nested.addAll(levels);
        return new Budget(List.copyOf(nested), time, ledger);
    }

    /** Returns the same budget, which also writes a line for every settled call. */
    public Budget recordingIn(Ledger book) {
        return new Budget(levels, time, ledger.andThen(book::add));
    }

    /** Returns what this budget, not those around it, has given out. */
    public Spent spent() {
        return levels.get(0).spent();
    }

    @Override
    public Reservation reserve(Estimate estimate) {
        List<Level.Hold> holds = new ArrayList<>(levels.size());
        try {
            for (Level level : levels) {
                holds.add(level.hold(estimate));
            }
        } catch (GatorException e) {
            for (int i = 0; i < holds.size(); i++) {
                levels.get(i).release(holds.get(i));
            }
            throw e;
        }
        return new Held(estimate.model(), holds);
    }

    private final class Held implements Reservation {
        private final String model;
        private final List<Level.Hold> holds;
        private final AtomicBoolean over = new AtomicBoolean();

        Held(String model, List<Level.Hold> holds) {
            this.model = model;
            this.holds = holds;
        }

        @Override
        public void settle(Usage usage, Optional<Money> cost) {
            if (over.compareAndSet(false, true)) {
                for (int i = 0; i < holds.size(); i++) {
                    levels.get(i).settle(holds.get(i), usage, cost);
                }
                ledger.accept(new LedgerLine(time.now(), levels.get(0).name(), model, usage, cost));
            }
        }

        @Override
        public void release() {
            if (over.compareAndSet(false, true)) {
                for (int i = 0; i < holds.size(); i++) {
                    levels.get(i).release(holds.get(i));
                }
            }
        }
    }
}
