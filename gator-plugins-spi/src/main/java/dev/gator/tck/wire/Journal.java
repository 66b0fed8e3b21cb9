package dev.gator.tck.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What a server saw. Safe for any number of threads. */
final class Journal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private int keep = 10_000;
    private long count;
    private long opened;
    private int open;
    private long abandoned;
    private long abandonedSeen;
    private boolean shut;

    void record(RecordedRequest request) {
        update(() -> {
            count++;
            requests.addLast(request);
            trim();
        });
    }

    long opened() {
        lock.lock();
        try {
            open++;
            changed.signalAll();
            return ++opened;
        } finally {
            lock.unlock();
        }
    }

    void closed() {
        update(() -> open--);
    }

    void abandoned() {
        update(() -> abandoned += shut ? 0 : 1);
    }

    /** From here on broken connections are the server's own doing. */
    void shut() {
        update(() -> shut = true);
    }

    void keep(int most) {
        update(() -> {
            keep = most;
            trim();
        });
    }

    void forget() {
        update(() -> {
            requests.clear();
            count = 0;
            abandonedSeen = abandoned;
        });
    }

    List<RecordedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    long connections() {
        lock.lock();
        try {
            return opened;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitCount(long requested, Duration atMost) throws InterruptedException {
        return await(() -> count >= requested, atMost);
    }

    boolean awaitOpen(int connections, Duration atMost) throws InterruptedException {
        return await(() -> open == connections, atMost);
    }

    /** Waits for an abandoned exchange that no earlier call has reported. */
    boolean awaitAbandoned(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            boolean seen = await(() -> abandoned > abandonedSeen, atMost);
            abandonedSeen += seen ? 1 : 0;
            return seen;
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier reached, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!reached.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void trim() {
        while (requests.size() > keep) {
            requests.removeFirst();
        }
    }
}
