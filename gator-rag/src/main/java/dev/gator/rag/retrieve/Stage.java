package dev.gator.rag.retrieve;

/**
 * One step of a search: it changes what is looked for, looks, or changes what was found. Implementations are thread-safe,
 * keep nothing from one search for the next, and throw only {@link dev.gator.error.GatorException}.
 *
 * <p>A stage that fails is left out with a note in the trace, unless it is {@link #required()}, the caller is to blame, the
 * call was cancelled or out of time, or the budget is spent.
 */
public interface Stage {

    /** Returns its short name, as traces and spans show it. */
    String name();

    /** Returns the search after this step. */
    Search apply(Search search, StageRun run);

    /** Returns whether there is no answer without this step, so that its failure is the search's. */
    default boolean required() {
        return false;
    }
}
