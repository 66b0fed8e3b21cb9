package dev.gator.resilience;

import dev.gator.call.Span;

/** Decides whom to ask, when, and what a failure means. The same guard serves whole replies, streams and vectors. */
interface Guard<M> {

    /** Returns the name of the guard's span. */
    String name();

    /** Begins a call: may wait, may refuse by throwing. */
    Try<M> enter(Ask ask, Span span);
}
