package dev.gator.resilience;

import java.util.Arrays;

/** The last few hundred times that something took. Thread-safe. */
final class Latencies {

    private static final int KEPT = 256;
    private static final int ENOUGH = 20;
    private static final int EVERY = 16;

    private final double quantile;
    private final long[] times = new long[KEPT];
    private long seen;
    private volatile long answer = -1;

    Latencies(double quantile) {
        this.quantile = quantile;
    }

    synchronized void add(long nanos) {
        times[(int) (seen++ % KEPT)] = nanos;
        if (seen == ENOUGH || (seen > ENOUGH && seen % EVERY == 0)) {
            int size = (int) Math.min(seen, KEPT);
            long[] sorted = Arrays.copyOf(times, size);
            Arrays.sort(sorted);
            answer = sorted[Math.min(size - 1, (int) Math.ceil(quantile * size) - 1)];
        }
    }

    /** Returns the time that the given share of calls stays within, or -1 while too few were seen. */
    long quantile() {
        return answer;
    }
}
