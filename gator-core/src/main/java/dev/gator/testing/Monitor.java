package dev.gator.testing;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A lock on which threads wait for something to become true. Virtual threads wait here without holding a carrier. */
final class Monitor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the condition holds or {@code most} has passed on the machine's clock; returns whether it holds. */
    boolean await(BooleanSupplier condition, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(Math.min(left, TimeUnit.DAYS.toNanos(1)));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as a test should. */
    void awaitPatiently(String what, BooleanSupplier condition) {
        if (!await(condition, PATIENCE)) {
            throw new GatorException(TestingError.WAITED_IN_VAIN, what);
        }
    }
}
