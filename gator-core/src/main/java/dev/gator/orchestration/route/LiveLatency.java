package dev.gator.orchestration.route;

import dev.gator.call.TimeSource;
import dev.gator.metrics.LatencyHistogram;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** How long a model takes lately: what it took in this window and the one before. Adding locks only when a window ends. */
final class LiveLatency {

    private static final long WINDOW_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int AT_ONCE = 16;
    private static final int REFRESH = 64;

    private final TimeSource time;
    private final ReentrantLock turning = new ReentrantLock();
    private volatile Windows windows;
    private final AtomicLong added = new AtomicLong();
    private volatile Speed speed = new Speed(Optional.empty(), Optional.empty());

    /** What decisions read; computed now and then, because decisions are more frequent than news. */
    record Speed(Optional<Duration> p50, Optional<Duration> p95) {}

    private record Windows(long since, LatencyHistogram current, LatencyHistogram previous) {}

    LiveLatency(TimeSource time) {
        this.time = time;
        this.windows = new Windows(time.nanos(), LatencyHistogram.create(), LatencyHistogram.create());
    }

    void add(long nanos) {
        Windows now = current();
        now.current().addNanos(nanos);
        long count = added.incrementAndGet();
        if (count <= AT_ONCE || count % REFRESH == 0) {
            LatencyHistogram both = LatencyHistogram.create();
            both.addAll(now.current());
            both.addAll(now.previous());
            speed = new Speed(both.percentile(0.5), both.percentile(0.95));
        }
    }

    Speed speed() {
        return speed;
    }

    private Windows current() {
        if (time.nanos() - windows.since() < WINDOW_NANOS) {
            return windows;
        }
        turning.lock();
        try {
            long age = time.nanos() - windows.since();
            if (age >= WINDOW_NANOS) {
                LatencyHistogram previous = age < 2 * WINDOW_NANOS ? windows.current() : LatencyHistogram.create();
                windows = new Windows(time.nanos(), LatencyHistogram.create(), previous);
            }
            return windows;
        } finally {
            turning.unlock();
        }
    }
}
