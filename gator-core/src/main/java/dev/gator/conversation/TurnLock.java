package dev.gator.conversation;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one turn run at a time, in the order of arrival. Not bound to threads; waiting ends with the call's context. */
final class TurnLock {

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Object> queue = new ArrayDeque<>();

    /** Waits for one's turn; returns what ends it, which may be run from any thread and more than once. */
    Runnable enter(CallContext context) {
        Object ticket = new Object();
        boolean entered = false;
        lock.lock();
        try (Cancellation.Registration ignored = context.cancellation().onCancel(this::wake)) {
            queue.add(ticket);
            // the deadline may be on a clock that wakes nobody here
            long glance = context.deadline().isFinite() ? GLANCE_NANOS : TimeUnit.DAYS.toNanos(1);
            long left = glance;
            while (queue.peek() != ticket) {
                context.check();
                left = changed.awaitNanos(left > 0 ? left : glance);
            }
            context.check();
            entered = true;
            return () -> leave(ticket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while another turn runs", e);
        } finally {
            lock.unlock();
            if (!entered) {
                leave(ticket);
            }
        }
    }

    private void leave(Object ticket) {
        lock.lock();
        try {
            queue.remove(ticket);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
