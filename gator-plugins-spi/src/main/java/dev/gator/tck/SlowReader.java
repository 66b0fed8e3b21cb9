package dev.gator.tck;

import dev.gator.chat.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks only when the test says so. */
final class SlowReader implements Flow.Subscriber<ChatEvent> {

    private final List<ChatEvent> events = new ArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private int awaited;
    private Flow.@Nullable Subscription subscription;

    void request(long count) {
        subscription().request(count);
    }

    void cancel() {
        subscription().cancel();
    }

    /** Waits until that many events have come in all. */
    boolean await(int count) {
        boolean came =
                within(() -> arrived.tryAcquire(count - awaited, ChatBench.SOON.toMillis(), TimeUnit.MILLISECONDS));
        awaited = count;
        return came;
    }

    boolean awaitEnd() {
        return within(() -> ended.await(ChatBench.SOON.toMillis(), TimeUnit.MILLISECONDS));
    }

    synchronized List<ChatEvent> events() {
        return List.copyOf(events);
    }

    String text() {
        return String.join("", events().stream().map(ChatEvent::text).toList());
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        subscribed.countDown();
    }

    @Override
    public void onNext(ChatEvent event) {
        synchronized (this) {
            events.add(event);
        }
        arrived.release();
    }

    @Override
    public void onError(Throwable problem) {
        ended.countDown();
    }

    @Override
    public void onComplete() {
        ended.countDown();
    }

    private Flow.Subscription subscription() {
        within(() -> subscribed.await(ChatBench.SOON.toMillis(), TimeUnit.MILLISECONDS));
        synchronized (this) {
            if (subscription == null) {
                throw new AssertionError("the publisher has not called onSubscribe");
            }
            return subscription;
        }
    }

    private static boolean within(Wait wait) {
        try {
            return wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for events", e);
        }
    }

    @FunctionalInterface
    private interface Wait {
        boolean run() throws InterruptedException;
    }
}
