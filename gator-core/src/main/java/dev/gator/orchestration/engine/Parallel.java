package dev.gator.orchestration.engine;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Tasks that run side by side on the workers of a run, under cancellations of their own. One thread takes the results, as
 * they come; closing cancels what is still at work, down to the wire.
 */
public final class Parallel<T> implements AutoCloseable {

    private final CallContext context;
    private final Cancellation.Child stop;
    private final Mailbox<Done<T>> finished;
    private final int started;
    private int taken;

    private Parallel(CallContext context, Cancellation.Child stop, Mailbox<Done<T>> finished, int started) {
        this.context = context;
        this.stop = stop;
        this.finished = finished;
        this.started = started;
    }

    static <T> Parallel<T> start(Run run, List<Function<Run, T>> tasks) {
        Cancellation.Child stop = run.context().cancellation().child();
        CallContext context = run.context().withCancellation(stop.cancellation());
        Mailbox<Done<T>> finished = new Mailbox<>();
        Parallel<T> parallel = new Parallel<>(context, stop, finished, tasks.size());
        try {
            for (int i = 0; i < tasks.size(); i++) {
                int index = i;
                Run branch = run.in(context);
                context.workers().execute(() -> finished.put(attempt(index, tasks.get(index), branch)));
            }
        } catch (RejectedExecutionException e) {
            parallel.close();
            throw new GatorException(CallError.CLOSED, "the workers of the call take no more tasks", e);
        }
        return parallel;
    }

    /** Returns the next task that ended, or empty when all have. Blocks, within deadline and cancellation of the run. */
    public Optional<Done<T>> next() {
        if (taken == started) {
            return Optional.empty();
        }
        Done<T> done = finished.take(context);
        taken++;
        return Optional.of(done);
    }

    /** Returns all results in order; the first failure cancels the rest and is thrown. */
    public List<T> all() {
        List<Done<T>> done = new ArrayList<>();
        for (Optional<Done<T>> next = next(); next.isPresent(); next = next()) {
            next.get().get();
            done.add(next.get());
        }
        done.sort(Comparator.comparingInt(Done::index));
        return done.stream().map(Done::get).toList();
    }

    /** Waits for all and returns how each ended, in order. */
    public List<Done<T>> settled() {
        List<Done<T>> done = new ArrayList<>();
        for (Optional<Done<T>> next = next(); next.isPresent(); next = next()) {
            done.add(next.get());
        }
        done.sort(Comparator.comparingInt(Done::index));
        return List.copyOf(done);
    }

    /** Cancels what is still at work. */
    @Override
    public void close() {
        stop.close();
        stop.cancellation().cancel();
    }

    private static <T> Done<T> attempt(int index, Function<Run, T> task, Run run) {
        try {
            return Done.well(index, task.apply(run));
        } catch (RuntimeException e) {
            return Done.failed(index, Defects.asGator(e));
        }
    }

    /** A queue whose reader obeys a context. */
    static final class Mailbox<M> {
        private static final long GLANCE_MILLIS = 100;

        private final LinkedBlockingQueue<Optional<M>> letters = new LinkedBlockingQueue<>();

        void put(M letter) {
            letters.add(Optional.of(letter));
        }

        M take(CallContext context) {
            try (Cancellation.Registration ignored =
                    context.cancellation().onCancel(() -> letters.add(Optional.empty()))) {
                while (true) {
                    // looks up now and then, because the deadline may be on a clock that wakes nobody here
                    Optional<M> letter = context.deadline().isFinite()
                            ? letters.poll(GLANCE_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)
                            : letters.take();
                    if (letter != null && letter.isPresent()) {
                        return letter.get();
                    }
                    context.check();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GatorException(CallError.INTERRUPTED, "interrupted while waiting for other tasks", e);
            }
        }
    }
}
