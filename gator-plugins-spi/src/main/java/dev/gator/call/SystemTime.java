package dev.gator.call;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

enum SystemTime implements TimeSource {
    INSTANCE;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown);
        try {
            if (cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new GatorException(CallError.CANCELLED, "cancelled while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while waiting", e);
        } finally {
            registration.close();
        }
    }
}
