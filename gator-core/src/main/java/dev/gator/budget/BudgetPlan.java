package dev.gator.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gator.call.TimeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The same limits for every tenant, persona and conversation, each with an account of its own.
 *
 * <pre>{@code
 * BudgetPlan plan = BudgetPlan.create()
 *     .level(Limit.of(Money.usd("25")).per(Duration.ofDays(1)))    // each tenant
 *     .level(Limit.none().calls(10_000))                           // each persona of a tenant
 *     .level(Limit.of(Money.usd("0.50")));                         // each conversation of a persona
 * Spending spending = plan.of("acme", "emma", "conversation-7");
 * }</pre>
 *
 * <p>Accounts live in memory, the most recently used 100,000 of them.
 */
public final class BudgetPlan {

    private static final int ACCOUNTS = 100_000;

    private final List<Limit> limits;
    private final TimeSource time;
    private final Cache<List<String>, Budget> accounts =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    private BudgetPlan(List<Limit> limits, TimeSource time) {
        this.limits = limits;
        this.time = time;
    }

    /** Returns a plan without levels. */
    public static BudgetPlan create() {
        return create(TimeSource.system());
    }

    /** Returns a plan without levels that reads that clock. */
    public static BudgetPlan create(TimeSource time) {
        return new BudgetPlan(List.of(), time);
    }

    /** Returns a plan with one more level inside the others; accounts start anew. */
    public BudgetPlan level(Limit limit) {
        List<Limit> more = new ArrayList<>(limits);
        more.add(limit);
        return new BudgetPlan(List.copyOf(more), time);
    }

    /**
     * Returns the budget under those keys, the outermost key first; the same keys always share one account. Fewer keys
     * than levels give the budget of an outer level.
     */
    public Budget of(String... keys) {
        return account(List.of(keys).subList(0, Math.min(keys.length, limits.size())));
    }

    private Budget account(List<String> keys) {
        if (keys.isEmpty()) {
            return Budget.of("unlimited", Limit.none(), time);
        }
        Budget known = accounts.getIfPresent(keys);
        if (known != null) {
            return known;
        }
        Limit limit = limits.get(keys.size() - 1);
        String name = String.join("/", keys);
        List<String> outer = keys.subList(0, keys.size() - 1);
        Budget around = outer.isEmpty() ? null : account(outer);
        return accounts.get(
                List.copyOf(keys), fresh -> around == null ? Budget.of(name, limit, time) : around.within(name, limit));
    }
}
