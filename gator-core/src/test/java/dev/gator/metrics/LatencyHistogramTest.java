package dev.gator.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void percentilesAreOffByLessThanOnePercent() {
        SplittableRandom random = new SplittableRandom(7);
        LatencyHistogram histogram = LatencyHistogram.create();
        long[] values = random.longs(50_000)
                .map(bits -> (long) Math.exp(Math.floorMod(bits, 29_000) / 1000.0))
                .toArray();
        Arrays.stream(values).forEach(histogram::addNanos);
        Arrays.sort(values);
        for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1}) {
            long exact = values[(int) Math.ceil(share * values.length) - 1];
            long told = histogram.percentile(share).orElseThrow().toNanos();
            assertTrue(Math.abs(told - exact) <= exact * 0.01, share + ": " + told + " for " + exact);
        }
    }

    @Test
    void everyValueFindsABucketNearIt() {
        for (long nanos = 1; nanos < Duration.ofHours(2).toNanos(); nanos = nanos * 9 / 8 + 1) {
            LatencyHistogram histogram = LatencyHistogram.create();
            histogram.addNanos(nanos);
            long told = histogram.percentile(0.5).orElseThrow().toNanos();
            assertTrue(Math.abs(told - nanos) <= nanos * 0.01, told + " for " + nanos);
        }
    }

    @Test
    void extremesAreCounted() {
        LatencyHistogram histogram = LatencyHistogram.create();
        histogram.add(Duration.ofSeconds(Long.MAX_VALUE));
        histogram.add(Duration.ofSeconds(-1));
        assertEquals(2, histogram.count());
        assertEquals(Optional.of(Duration.ZERO), histogram.percentile(0));
        assertTrue(histogram.percentile(1).orElseThrow().toHours() >= 2);
        assertEquals(1, histogram.countUpTo(Duration.ofHours(1)));
        assertEquals(2, histogram.countUpTo(Duration.ofDays(99_999)));
    }

    @Test
    void knowsNothingBeforeItHasSeenSomething() {
        LatencyHistogram histogram = LatencyHistogram.create();
        assertEquals(Optional.empty(), histogram.percentile(0.5));
        assertEquals("LatencyHistogram[0, p50 -, p95 -, p99 -]", histogram.toString());
        assertThrows(GatorException.class, () -> histogram.percentile(1.5));
    }

    @Test
    void losesNothingWhenManyAdd() throws InterruptedException {
        LatencyHistogram histogram = LatencyHistogram.create();
        CountDownLatch done = new CountDownLatch(4);
        for (int thread = 0; thread < 4; thread++) {
            new Thread(() -> {
                        for (int i = 1; i <= 25_000; i++) {
                            histogram.addNanos(i);
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        assertEquals(100_000, histogram.count());
        assertEquals(4L * 25_000 * 25_001 / 2, histogram.total().toNanos());
        LatencyHistogram sum = LatencyHistogram.create();
        sum.addAll(histogram);
        sum.addAll(histogram);
        assertEquals(200_000, sum.count());
        assertEquals(histogram.percentile(0.9), sum.percentile(0.9));
    }
}
