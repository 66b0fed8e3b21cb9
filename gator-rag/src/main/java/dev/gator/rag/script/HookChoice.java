package dev.gator.rag.script;

import dev.gator.call.Owner;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses how a script begins where the request leaves it open. Implementations are thread-safe. */
@FunctionalInterface
public interface HookChoice {

    /** Returns a known type; the same seed and the same knowledge give the same type. */
    HookType choose(Owner owner, Sector sector, long seed);

    /** Returns the choice of somebody who knows nothing yet: each type is as likely as the next. */
    static HookChoice blind() {
        List<HookType> all = HookType.known();
        return (owner, sector, seed) -> all.get(new SplittableRandom(seed).nextInt(all.size()));
    }
}
