package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several workers at the same work. The first failure stops the others; when the wait is over, nobody works any more. */
final class Crew {

    private final Consumer<CallContext> work;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch working;

    private Crew(int size, Consumer<CallContext> work) {
        this.work = work;
        this.working = new CountDownLatch(size);
    }

    static void run(int size, CallContext context, Consumer<CallContext> work) {
        try (Cancellation.Child stop = context.cancellation().child()) {
            new Crew(size, work).run(size, context, stop.cancellation());
        }
    }

    private void run(int size, CallContext context, Cancellation stop) {
        CallContext own = context.withCancellation(stop);
        for (int i = 0; i < size; i++) {
            try {
                context.workers().execute(() -> attempt(own, stop));
            } catch (RejectedExecutionException e) {
                fail(new GatorException(CallError.CLOSED, "the workers of the call take no more tasks", e), stop);
                working.countDown();
            }
        }
        await(stop);
        Throwable first = failure.get();
        if (first instanceof RuntimeException known) {
            throw known;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }

    private void attempt(CallContext context, Cancellation stop) {
        try {
            work.accept(context);
        } catch (RuntimeException | Error e) {
            fail(e, stop);
        } finally {
            working.countDown();
        }
    }

    private void fail(Throwable cause, Cancellation stop) {
        failure.compareAndSet(null, cause);
        stop.cancel();
    }

    private void await(Cancellation stop) {
        boolean interrupted = false;
        while (working.getCount() > 0) {
            try {
                working.await();
            } catch (InterruptedException e) {
                interrupted = true; // the workers stop first, so that the store is at rest when this returns
                fail(new GatorException(CallError.INTERRUPTED, "interrupted while documents were ingested", e), stop);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
