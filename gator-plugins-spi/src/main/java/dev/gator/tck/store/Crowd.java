package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Workers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Several threads that begin together. */
final class Crowd {

    private final int size;

    private Crowd(int size) {
        this.size = size;
    }

    static Crowd of(int size) {
        return new Crowd(size);
    }

    /** Lets everybody work at once and fails with what anybody threw. */
    void each(IntConsumer work) {
        Executor workers = Workers.named("crowd");
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(size);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < size; i++) {
            int worker = i;
            workers.execute(() -> {
                try {
                    start.await();
                    work.accept(worker);
                } catch (InterruptedException | RuntimeException | AssertionError e) {
                    failures.add(e);
                } finally {
                    done.countDown();
                }
            });
        }
        start.countDown();
        awaitAll(done);
        assertEquals(List.of(), failures);
    }

    private static void awaitAll(CountDownLatch done) {
        try {
            assertTrue(done.await(60, TimeUnit.SECONDS), "workers are still busy after a minute");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while workers are busy", e);
        }
    }
}
