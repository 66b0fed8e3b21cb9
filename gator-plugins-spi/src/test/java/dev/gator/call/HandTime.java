package dev.gator.call;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
final class HandTime implements TimeSource {

    private long nanos = 1_000;

    void advance(Duration by) {
        nanos += by.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public void sleep(Duration duration, Cancellation cancellation) {
        cancellation.check();
        advance(duration);
    }
}
