package dev.gator.local;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works through a list with several threads; the first error, cancellation included, ends the work of all. */
final class SideBySide<T> {

    private final List<T> items;
    private final CallContext context;
    private final Consumer<T> work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private int helping;
    private boolean dismissed;

    private SideBySide(List<T> items, CallContext context, Consumer<T> work) {
        this.items = items;
        this.context = context;
        this.work = work;
    }

    /** Returns when all items are done and no thread touches them any more. */
    static <T> void run(int threads, List<T> items, CallContext context, Consumer<T> work) {
        SideBySide<T> all = new SideBySide<>(items, context, work);
        for (int i = 1; i < Math.min(threads, items.size()); i++) {
            try {
                context.workers().execute(all::help);
            } catch (RejectedExecutionException e) {
                break; // the calling thread does what nobody helps with
            }
        }
        all.take();
        all.dismiss();
        all.rethrow();
    }

    private void help() {
        synchronized (this) {
            if (dismissed) {
                return;
            }
            helping++;
        }
        try {
            take();
        } finally {
            synchronized (this) {
                helping--;
                notifyAll();
            }
        }
    }

    // helpers that a busy pool has not started yet are not waited for; running ones are, as the natives may be closed
    // next
    private synchronized void dismiss() {
        dismissed = true;
        boolean interrupted = false;
        while (helping > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        try {
            int index = next.getAndIncrement();
            while (index < items.size() && failure.get() == null) {
                context.check();
                work.accept(items.get(index));
                index = next.getAndIncrement();
            }
        } catch (RuntimeException | LinkageError e) {
            failure.compareAndSet(null, e);
        }
    }

    private void rethrow() {
        Throwable first = failure.get();
        if (first instanceof GatorException known) {
            throw known;
        }
        if (first != null) {
            throw new GatorException(LocalError.ENGINE_FAILED, "embedding failed: " + first, first);
        }
    }
}
