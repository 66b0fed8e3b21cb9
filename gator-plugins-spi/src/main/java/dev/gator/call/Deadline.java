package dev.gator.call;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.time.Duration;

/** A moment after which an answer is worthless. Measured on a {@link TimeSource}, so that tests need not wait. */
public final class Deadline {

    private static final Deadline NONE = new Deadline(TimeSource.system(), 0, false);
    private static final Duration FOREVER = Duration.ofDays(365);

    private final TimeSource time;
    private final long atNanos;
    private final boolean finite;

    private Deadline(TimeSource time, long atNanos, boolean finite) {
        this.time = time;
        this.atNanos = atNanos;
        this.finite = finite;
    }

    /** Returns the deadline that never passes. */
    public static Deadline none() {
        return NONE;
    }

    /** Returns a deadline {@code from} now. */
    public static Deadline after(Duration from, TimeSource time) {
        Require.positive("timeout", from);
        Duration bounded = from.compareTo(FOREVER) > 0 ? FOREVER : from;
        return new Deadline(time, time.nanos() + bounded.toNanos(), true);
    }

    /** Returns whether there is a limit at all. */
    public boolean isFinite() {
        return finite;
    }

    /** Returns the time left, never negative; a year if there is no limit. */
    public Duration remaining() {
        return finite ? Duration.ofNanos(Math.max(0, atNanos - time.nanos())) : FOREVER;
    }

    /** Returns whether it has passed. */
    public boolean isPast() {
        return finite && atNanos - time.nanos() <= 0;
    }

    /** Returns the earlier of the two. */
    public Deadline earlier(Deadline other) {
        if (!finite) {
            return other;
        }
        return !other.finite || remaining().compareTo(other.remaining()) <= 0 ? this : other;
    }

    /** Refuses to go on if it has passed. */
    public void check() {
        if (isPast()) {
            throw new GatorException(CallError.DEADLINE, "the deadline of the call has passed");
        }
    }
}
