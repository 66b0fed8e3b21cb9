package dev.gator.resilience;

import dev.gator.error.GatorException;
import org.jspecify.annotations.Nullable;

/** One attempt at an answer. Its end is told exactly once, possibly by another thread than the one that began it. */
interface Try<M> {

    /** Returns whom to ask. */
    M model();

    /** The first content is there; from now on a failure cannot be hidden. Only streams tell this. */
    default void began() {}

    /** The attempt is over. Never throws. */
    default void ended(Ending ending) {}

    /** After a failure that another attempt could mend: returns that attempt, perhaps after a wait, or null. */
    default @Nullable Try<M> next(GatorException failure) {
        return null;
    }
}
