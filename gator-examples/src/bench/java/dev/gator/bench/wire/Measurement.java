package dev.gator.bench.wire;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/**
 * Runs one action from several threads for a while and says how it went.
 *
 * @param perSecond units of work per second; a unit is a call or a token
 * @param p50Micros median time of a call
 * @param p99Micros 99th percentile of the time of a call
 * @param bytesPerUnit allocated bytes per unit
 * @param cpuMicrosPerUnit processor time per unit
 */
record Measurement(
        double perSecond, double p50Micros, double p99Micros, double bytesPerUnit, double cpuMicrosPerUnit) {

    static Measurement of(int callers, long millis, IntSupplier action) throws InterruptedException {
        long[][] times = new long[callers][1_000_000 / callers + 1_000];
        int[] counts = new int[callers];
        long[] units = new long[callers];
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(callers);
        CountDownLatch leave = new CountDownLatch(1);
        for (int i = 0; i < callers; i++) {
            int me = i;
            Thread caller = new Thread(() -> {
                ready.countDown();
                await(go);
                long end = System.nanoTime() + millis * 1_000_000;
                long before = System.nanoTime();
                while (before < end && counts[me] < times[me].length) {
                    units[me] += action.getAsInt();
                    long after = System.nanoTime();
                    times[me][counts[me]++] = after - before;
                    before = after;
                }
                done.countDown();
                await(leave); // a thread that is gone takes its allocation count along
            });
            caller.start();
        }
        ready.await();
        long allocated = allocated();
        long cpu = cpu();
        long start = System.nanoTime();
        go.countDown();
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        double bytes = allocated() - allocated;
        double cpuMicros = (cpu() - cpu) / 1e3;
        leave.countDown();
        long total = Arrays.stream(units).sum();
        long[] sorted = sorted(times, counts);
        return new Measurement(
                total / seconds, at(sorted, 0.50), at(sorted, 0.99), bytes / total, cpuMicros / total);
    }

    private static long[] sorted(long[][] times, int[] counts) {
        long[] all = new long[Arrays.stream(counts).sum()];
        int filled = 0;
        for (int i = 0; i < times.length; i++) {
            System.arraycopy(times[i], 0, all, filled, counts[i]);
            filled += counts[i];
        }
        Arrays.sort(all);
        return all;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e3;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(threads);
        } catch (ReflectiveOperationException e) {
            return ofLivingThreads(threads); // before 21 the JVM forgets what its dead threads allocated
        }
    }

    private static long ofLivingThreads(ThreadMXBean threads) {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
