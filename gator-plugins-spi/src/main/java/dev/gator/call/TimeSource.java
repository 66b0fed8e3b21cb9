package dev.gator.call;

import java.time.Duration;
import java.time.Instant;

/** The only clock. Everything that waits, expires or measures asks this, so that tests can turn the hands. */
public interface TimeSource {

    /** Returns a steadily growing count of nanoseconds, for measuring. */
    long nanos();

    /** Returns the time of day. */
    Instant now();

    /**
     * Waits for {@code duration} or until {@code cancellation} happens.
     *
     * @throws dev.gator.error.GatorException with category CANCELLED if it was cancelled or the thread interrupted
     */
    void sleep(Duration duration, Cancellation cancellation);

    /** Returns the machine's clock. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
