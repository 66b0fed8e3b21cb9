package dev.gator.rag.learn;

import dev.gator.call.Owner;
import dev.gator.error.Require;
import dev.gator.rag.script.HookChoice;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.Sector;
import dev.gator.store.KeyValueStore;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns which beginnings work in which sector, and goes on trying the others now and then: Thompson sampling over beta
 * distributions, one for each hook type, sector and owner. What it learned lives in a key-value store. Thread-safe.
 */
public final class HookBandit implements HookChoice {

    private static final String PREFIX = "reel-hook/";

    private final Kept<Trials> kept;

    private HookBandit(KeyValueStore store) {
        this.kept = new Kept<>(store, Trials.class);
    }

    /** Returns what this store knows; the store stays the caller's to close. */
    public static HookBandit over(KeyValueStore store) {
        return new HookBandit(store);
    }

    /** Takes one trial to heart: 1 went very well, 0 not at all. */
    public void learn(Owner owner, Sector sector, HookType hook, double reward) {
        Require.range("reward", reward, 0.0, 1.0);
        Require.that(!hook.equals(HookType.ANY), "a script has a hook of one type, not of any");
        kept.change(owner, key(sector, hook), Trials.NONE, before -> before.with(reward));
    }

    /** Takes the outcome of one script to heart: its reward is rate ÷ (rate + usual rate). */
    public void learn(Owner owner, Sector sector, HookType hook, Outcome outcome, RatePrior usual) {
        double rate = usual.shrink(outcome);
        learn(owner, sector, hook, rate / (rate + usual.mean()));
    }

    /** Puts what a script has taught by now in the place of what it had taught before. */
    void correct(Owner owner, Sector sector, HookType hook, Learning.Credit before, Learning.Credit after) {
        kept.change(owner, key(sector, hook), Trials.NONE, old -> old.corrected(before, after));
    }

    /** Returns what is known about a beginning in a sector. */
    public Trials known(Owner owner, Sector sector, HookType hook) {
        return kept.get(owner, key(sector, hook)).orElse(Trials.NONE);
    }

    /** Draws how good each type may be, and returns the best draw. */
    @Override
    public HookType choose(Owner owner, Sector sector, long seed) {
        List<HookType> all = HookType.known();
        Beta dice = new Beta(new SplittableRandom(seed));
        HookType best = all.get(0);
        double most = -1;
        for (HookType hook : all) {
            Trials known = known(owner, sector, hook);
            double draw = dice.draw(known.won() + 1, known.lost() + 1);
            if (draw > most) {
                most = draw;
                best = hook;
            }
        }
        return best;
    }

    private static String key(Sector sector, HookType hook) {
        return PREFIX + sector.name() + "/" + hook.name();
    }
}
