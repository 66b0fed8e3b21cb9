package dev.gator.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

    @Test
    void runsWhatWasRegisteredOnceAndInOrder() {
        Cancellation cancellation = Cancellation.create();
        List<String> ran = new ArrayList<>();
        cancellation.onCancel(() -> ran.add("first"));
        cancellation.onCancel(() -> ran.add("second"));

        cancellation.cancel();
        cancellation.cancel();

        assertEquals(List.of("first", "second"), ran);
        assertTrue(cancellation.isCancelled());
    }

    @Test
    void runsAtOnceWhatIsRegisteredTooLate() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        AtomicInteger ran = new AtomicInteger();

        cancellation.onCancel(ran::incrementAndGet);

        assertEquals(1, ran.get());
    }

    @Test
    void forgetsAClosedRegistration() {
        Cancellation cancellation = Cancellation.create();
        AtomicInteger ran = new AtomicInteger();
        cancellation.onCancel(ran::incrementAndGet).close();

        cancellation.cancel();

        assertEquals(0, ran.get());
    }

    @Test
    void keepsOneActionRegisteredTwiceApart() {
        Cancellation cancellation = Cancellation.create();
        AtomicInteger ran = new AtomicInteger();
        Runnable action = ran::incrementAndGet;
        Cancellation.Registration first = cancellation.onCancel(action);
        cancellation.onCancel(action);
        first.close();

        cancellation.cancel();

        assertEquals(1, ran.get());
    }

    @Test
    void aFailingActionDoesNotStopTheNext() {
        Cancellation cancellation = Cancellation.create();
        AtomicInteger ran = new AtomicInteger();
        cancellation.onCancel(() -> {
            throw new GatorException(CallError.CLOSED, "a close that fails");
        });
        cancellation.onCancel(ran::incrementAndGet);

        cancellation.cancel();

        assertEquals(1, ran.get());
    }

    @Test
    void childrenFollowTheirParentButNotTheOtherWayRound() {
        Cancellation parent = Cancellation.create();
        Cancellation alone = parent.child().cancellation();
        Cancellation follower = parent.child().cancellation();

        alone.cancel();
        assertFalse(parent.isCancelled());
        assertFalse(follower.isCancelled());

        parent.cancel();
        assertTrue(follower.isCancelled());
    }

    @Test
    void aClosedChildIsCutOff() {
        Cancellation parent = Cancellation.create();
        Cancellation.Child child = parent.child();
        child.close();

        parent.cancel();

        assertFalse(child.cancellation().isCancelled());
    }

    @Test
    void theSwitchThatNeverIsThrownIgnoresEverything() {
        Cancellation never = Cancellation.never();
        never.onCancel(() -> {
            throw new AssertionError("must not run");
        });

        never.cancel();

        assertFalse(never.isCancelled());
        never.check();
    }

    @Test
    void checkRefusesAfterTheSwitch() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();

        GatorException refused = assertThrows(GatorException.class, cancellation::check);

        assertEquals(CallError.CANCELLED, refused.code());
    }

    @Test
    void everyActionRunsExactlyOnceHoweverManyThreadsThrowAndRegister() throws InterruptedException {
        Cancellation cancellation = Cancellation.create();
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean throwing = i % 4 == 0;
            Thread thread = new Thread(() -> {
                awaitQuietly(start);
                for (int n = 0; n < 500; n++) {
                    cancellation.onCancel(ran::incrementAndGet);
                }
                if (throwing) {
                    cancellation.cancel();
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(16 * 500, ran.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
