package dev.gator;

import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the calls under way, so that closing can wait for them and then stop them. */
final class InFlight {

    private final Cancellation shutdown = Cancellation.create();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int count;
    private boolean closed;

    /** Counts a call in, or refuses it. */
    Call enter(Cancellation outer) {
        lock.lock();
        try {
            if (closed) {
                throw new GatorException(CallError.CLOSED, "this Gator was closed");
            }
            count++;
        } finally {
            lock.unlock();
        }
        Cancellation.Child child = outer.child();
        return new Call(child, shutdown.onCancel(child.cancellation()::cancel));
    }

    /** Takes no more calls, waits for those under way, then cancels them; returns whether it was open before. */
    boolean close(Duration grace, Duration afterwards) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        if (!drained(grace)) {
            shutdown.cancel();
            drained(afterwards);
        }
        return true;
    }

    private boolean drained(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (count > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return count == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            count--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One call under way; ending it twice does no harm. */
    final class Call implements AutoCloseable {
        private final Cancellation.Child child;
        private final Cancellation.Registration link;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Call(Cancellation.Child child, Cancellation.Registration link) {
            this.child = child;
            this.link = link;
        }

        Cancellation cancellation() {
            return child.cancellation();
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                link.close();
                child.close();
                leave();
            }
        }
    }
}
