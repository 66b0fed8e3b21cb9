package dev.gator.metrics;

import dev.gator.error.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long something takes, as counts in buckets whose width grows with the value: every power of two is cut into 64
 * equal pieces, so a percentile is off by less than one percent. Covers a nanosecond to two hours in 19 kilobytes;
 * longer durations count as two hours.
 *
 * <p>Lock-free: many threads add while others read. A reader sees every duration that was added before it began.
 */
public final class LatencyHistogram {

    private static final int PIECE_BITS = 6;
    private static final int PIECES = 1 << PIECE_BITS;
    private static final int TOP_BIT = 42;
    private static final long LONGEST = (1L << (TOP_BIT + 1)) - 1;

    private final AtomicLongArray buckets = new AtomicLongArray(indexOf(LONGEST) + 1);
    private final LongAdder totalNanos = new LongAdder();

    private LatencyHistogram() {}

    /** Returns a histogram that has seen nothing. */
    public static LatencyHistogram create() {
        return new LatencyHistogram();
    }

    /** Adds a duration; a negative one counts as none. */
    public void add(Duration took) {
        boolean huge = took.toSeconds() >= Integer.MAX_VALUE;
        addNanos(huge ? LONGEST : took.toNanos());
    }

    /** Adds a duration in nanoseconds; a negative one counts as none. */
    public void addNanos(long nanos) {
        long bounded = Math.min(Math.max(nanos, 0), LONGEST);
        buckets.incrementAndGet(indexOf(bounded));
        totalNanos.add(bounded);
    }

    /** Adds everything that another histogram has seen. */
    public void addAll(LatencyHistogram other) {
        for (int i = 0; i < buckets.length(); i++) {
            long count = other.buckets.get(i);
            if (count > 0) {
                buckets.addAndGet(i, count);
            }
        }
        totalNanos.add(other.totalNanos.sum());
    }

    /** Returns how many durations were added. */
    public long count() {
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            count += buckets.get(i);
        }
        return count;
    }

    /** Returns the sum of all durations. */
    public Duration total() {
        return Duration.ofNanos(totalNanos.sum());
    }

    /**
     * Returns the duration that a share of all stays at or below, within one percent; empty if there are none.
     *
     * @param share 0 to 1, such as {@code 0.95}
     */
    public Optional<Duration> percentile(double share) {
        Require.range("percentile", share, 0, 1);
        long count = count();
        if (count == 0) {
            return Optional.empty();
        }
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        int index = 0;
        for (long seen = buckets.get(0); seen < wanted && index < buckets.length() - 1; seen += buckets.get(index)) {
            index++;
        }
        return Optional.of(Duration.ofNanos(middleOf(index)));
    }

    /** Returns how many durations were at most that long, within one percent of the length. */
    public long countUpTo(Duration length) {
        Require.that(!length.isNegative(), "length is negative: " + length);
        int last = length.toSeconds() >= Integer.MAX_VALUE
                ? buckets.length() - 1
                : indexOf(Math.min(length.toNanos(), LONGEST));
        long count = 0;
        for (int i = 0; i <= last; i++) {
            count += buckets.get(i);
        }
        return count;
    }

    /** Returns count, p50, p95 and p99, for people. */
    @Override
    public String toString() {
        return "LatencyHistogram[" + count() + ", p50 " + shown(0.5) + ", p95 " + shown(0.95) + ", p99 " + shown(0.99)
                + "]";
    }

    private String shown(double share) {
        return percentile(share).map(Duration::toString).orElse("-");
    }

    private static int indexOf(long nanos) {
        if (nanos < PIECES) {
            return (int) nanos;
        }
        int shift = 63 - Long.numberOfLeadingZeros(nanos) - PIECE_BITS;
        return (shift + 1) * PIECES + (int) ((nanos >>> shift) - PIECES);
    }

    private static long middleOf(int index) {
        if (index < PIECES) {
            return index;
        }
        int shift = index / PIECES - 1;
        long low = (long) (index % PIECES + PIECES) << shift;
        return low + (1L << shift) / 2;
    }
}
