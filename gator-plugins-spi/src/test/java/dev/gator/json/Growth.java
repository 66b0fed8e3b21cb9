package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Judges work by how it grows, in processor time of its thread: a busy machine makes every size slower alike. */
final class Growth {

    private static final int TIMES = 8;
    private static final int TRIES = 5;

    private Growth() {}

    /** Fails if eight times the size takes far more than eight times the work; quadratic work takes 64 times. */
    static void assertLinear(int size, IntConsumer work) {
        least(size, work);
        long few = least(size, work);
        long many = least(size * TIMES, work);
        assertTrue(
                many < 3 * TIMES * few,
                () -> TIMES + " times the size took " + (double) many / few + " times the work");
    }

    private static long least(int size, IntConsumer work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, TRIES)
                .mapToLong(i -> {
                    long before = threads.getCurrentThreadCpuTime();
                    work.accept(size);
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .min()
                .orElseThrow();
    }
}
