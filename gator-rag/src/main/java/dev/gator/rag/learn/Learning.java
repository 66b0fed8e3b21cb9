package dev.gator.rag.learn;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.UsedExample;
import dev.gator.rag.reel.Variations;
import dev.gator.rag.script.BrandProfile;
import dev.gator.store.KeyValueStore;

/**
 * Everything that is learned from scripts that went out, in one key-value store, for each owner apart. The store stays the
 * caller's to close. Thread-safe.
 */
public final class Learning {

    private static final String CREDIT = "reel-credit/";

    /**
     * What one script has taught about its hook so far.
     *
     * @param trials 1 once it has an outcome
     * @param reward how well that one trial went, 0 to 1
     */
    public record Credit(int trials, double reward) {

        private static final Credit NONE = new Credit(0, 0);
    }

    private final Outcomes outcomes;
    private final HookBandit hooks;
    private final Preferences preferences;
    private final Kept<Credit> credits;

    private Learning(KeyValueStore store, TimeSource time) {
        this.outcomes = Outcomes.over(store, time);
        this.hooks = HookBandit.over(store);
        this.preferences = Preferences.over(store);
        this.credits = new Kept<>(store, Credit.class);
    }

    /** Returns what this store has learned. */
    public static Learning in(KeyValueStore store, TimeSource time) {
        return new Learning(store, time);
    }

    /** Returns how scripts and examples did. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /** Returns which beginnings work. */
    public HookBandit hooks() {
        return hooks;
    }

    /** Returns which variations are taken. */
    public Preferences preferences() {
        return preferences;
    }

    /**
     * Records what happened to a script since the last time: for the script, for the examples that it shows, and, as one trial
     * however often it is recorded, for its hook. Returns all that happened to the script so far.
     */
    public Outcome record(Owner owner, BrandProfile brand, ReelResult reel, Outcome more) {
        String id = reel.script().id();
        Outcome all = outcomes.record(owner, id, more);
        for (UsedExample used : reel.examples()) {
            if (used.sentence().isPresent()) {
                outcomes.record(owner, used.found().id(), more);
            }
        }
        RatePrior usual = outcomes.prior(owner);
        double rate = usual.shrink(all);
        Credit after = new Credit(1, rate / (rate + usual.mean()));
        Credit before = credits.get(owner, CREDIT + id).orElse(Credit.NONE);
        credits.change(owner, CREDIT + id, after, old -> after);
        hooks.correct(owner, brand.sector(), reel.request().hook(), before, after);
        return all;
    }

    /** Records that one of some variations was taken. */
    public void chosen(Owner owner, Variations among, ReelResult taken) {
        preferences.chosen(owner, among, taken);
    }
}
