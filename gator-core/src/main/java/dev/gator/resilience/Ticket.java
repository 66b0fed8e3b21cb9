package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;

/** A place in a queue: its holder waits, on the clock of its call, until somebody calls the number. */
final class Ticket {

    private final Cancellation bell = Cancellation.create();
    private volatile boolean called;

    /** Wakes the holder. */
    void call() {
        called = true;
        bell.cancel();
    }

    boolean isCalled() {
        return called;
    }

    /** Waits and returns whether the number was called; throws if the call was cancelled meanwhile. */
    boolean await(CallContext context, Duration most) {
        try (Cancellation.Registration ignored = context.cancellation().onCancel(bell::cancel)) {
            context.time().sleep(most, bell);
        } catch (GatorException e) {
            if (e.code() == CallError.INTERRUPTED) {
                throw e;
            }
            context.cancellation().check();
        }
        return called;
    }
}
