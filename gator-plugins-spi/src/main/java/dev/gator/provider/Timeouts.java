package dev.gator.provider;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * How long to wait for what. The call's own deadline is kept besides; whichever is earlier wins.
 *
 * @param connect for a connection
 * @param total for everything, the whole body included
 * @param firstEvent for the first event of a stream
 * @param betweenEvents for each further event of a stream
 */
public record Timeouts(Duration connect, Duration total, Duration firstEvent, Duration betweenEvents) {

    /** Checks that all are positive. */
    public Timeouts {
        Require.positive("connect timeout", connect);
        Require.positive("total timeout", total);
        Require.positive("first event timeout", firstEvent);
        Require.positive("between events timeout", betweenEvents);
    }

    /** Returns 10 s to connect, 5 min in total, 60 s to the first event, 30 s between events. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(30));
    }

    /** Returns a copy with another total time. */
    public Timeouts withTotal(Duration other) {
        return new Timeouts(connect, other, firstEvent, betweenEvents);
    }

    /** Returns a copy with other times for streams. */
    public Timeouts withEvents(Duration first, Duration between) {
        return new Timeouts(connect, total, first, between);
    }

    /** Returns a copy with another time to connect. */
    public Timeouts withConnect(Duration other) {
        return new Timeouts(other, total, firstEvent, betweenEvents);
    }
}
