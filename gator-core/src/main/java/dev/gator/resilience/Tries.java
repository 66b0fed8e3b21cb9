package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.usage.Usage;
import java.util.function.Function;

/** Runs attempts one after the other until one answers or no other would help. */
final class Tries {

    private Tries() {}

    static <M, R> R run(Guard<M> guard, Ask ask, Span span, Function<M, R> question, Function<R, Usage> usage) {
        try {
            Try<M> current = guard.enter(ask, span);
            while (true) {
                boolean over = false;
                try {
                    R reply = question.apply(current.model());
                    over = true;
                    current.ended(Ending.answered(usage.apply(reply)));
                    span.end();
                    return reply;
                } catch (GatorException e) {
                    over = true;
                    current = after(current, e, ask.context());
                } finally {
                    if (!over) {
                        current.ended(Ending.ABANDONED);
                    }
                }
            }
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    /** Ends a failed attempt and returns the next one; throws if none would help. */
    static <M> Try<M> after(Try<M> failed, GatorException failure, CallContext context) {
        failed.ended(Ending.failed(failure));
        boolean stopped = failure.category() == ErrorCategory.CANCELLED
                || context.cancellation().isCancelled()
                || context.deadline().isPast();
        Try<M> next = stopped ? null : failed.next(failure);
        if (next == null) {
            throw failure;
        }
        return next;
    }
}
