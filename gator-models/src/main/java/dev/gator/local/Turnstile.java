package dev.gator.local;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Lets one call at a time through, in order of arrival, and turns away those that would wait in too long a queue. */
final class Turnstile {

    private static final long LOOK_UP_MILLIS = 20;

    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicInteger present = new AtomicInteger();
    private final int mostWaiting;

    Turnstile(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** Takes a place in the queue, or refuses at once. Every place is given back with {@link #leave()}. */
    void arrive() {
        if (present.incrementAndGet() > mostWaiting + 1) {
            present.decrementAndGet();
            throw new GatorException(LocalError.BUSY, mostWaiting + " calls wait for this model already");
        }
    }

    /** Waits for the turn. */
    void pass(CallContext context, BooleanSupplier stopped) {
        try {
            while (!turn.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                context.check();
                if (stopped.getAsBoolean()) {
                    throw new GatorException(CallError.CANCELLED, "the call was cancelled while it waited");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while waiting for the model", e);
        }
    }

    /** Waits for the turn as long as it takes. */
    void passPatiently() {
        turn.acquireUninterruptibly();
    }

    /** Gives the turn to the next. */
    void next() {
        turn.release();
    }

    /** Gives the place in the queue back. */
    void leave() {
        present.decrementAndGet();
    }
}
