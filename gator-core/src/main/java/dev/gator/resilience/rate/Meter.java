package dev.gator.resilience.rate;

/** What one key has used of one rate. Not thread-safe. */
final class Meter {

    private final Rate rate;
    private final long length;
    private double used;
    private long since;

    Meter(Rate rate, long now) {
        this.rate = rate;
        this.length = rate.time().toNanos();
        this.since = now;
    }

    Rate rate() {
        return rate;
    }

    boolean neverFits(long count) {
        return count > rate.limit();
    }

    /** Returns the nanoseconds until that many fit; zero if they fit now. */
    long waitFor(long count, long now) {
        turn(now);
        double over = used + count - rate.limit();
        // what ran out in steps of a nanosecond may leave a crumb of a request
        if (over <= 1e-6) {
            return 0;
        }
        return rate.steady() ? (long) Math.ceil(over * length / rate.limit()) : since + length - now;
    }

    /** Uses up, or gives back if negative. */
    void use(long count, long now) {
        turn(now);
        if (used == 0 && !rate.steady()) {
            since = now;
        }
        used = Math.max(0, used + count);
    }

    long remaining() {
        return Math.max(0, (long) Math.floor(rate.limit() - used + 1e-6));
    }

    double share() {
        return used / rate.limit();
    }

    /** Returns the nanoseconds until nothing counts any more. */
    long reset(long now) {
        if (used == 0) {
            return 0;
        }
        return rate.steady() ? (long) Math.ceil(used * length / rate.limit()) : since + length - now;
    }

    private void turn(long now) {
        if (rate.steady()) {
            used = Math.max(0, used - (double) (now - since) * rate.limit() / length);
            since = now;
        } else if (now - since >= length) {
            used = 0;
            since = now;
        }
    }
}
