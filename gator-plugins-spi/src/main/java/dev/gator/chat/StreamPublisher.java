package dev.gator.chat;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands events to one subscriber, as fast as it asks for them. */
final class StreamPublisher implements Flow.Publisher<ChatEvent> {

    private final ChatStream stream;
    private final Executor workers;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    StreamPublisher(ChatStream stream, Executor workers) {
        this.stream = stream;
        this.workers = workers;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ChatEvent> subscriber) {
        Reading reading = new Reading(stream, subscriber);
        subscriber.onSubscribe(reading);
        if (!subscribed.compareAndSet(false, true)) {
            reading.cancelled = true;
            subscriber.onError(new GatorException(CallError.STREAM_USED, "the stream has a subscriber already"));
            return;
        }
        workers.execute(reading);
    }

    private static final class Reading implements Flow.Subscription, Runnable {
        private final ChatStream stream;
        private final Flow.Subscriber<? super ChatEvent> subscriber;
        private final Semaphore wanted = new Semaphore(0);
        private volatile boolean cancelled;
        private volatile boolean badRequest;

        Reading(ChatStream stream, Flow.Subscriber<? super ChatEvent> subscriber) {
            this.stream = stream;
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                badRequest = true;
                wanted.release();
                return;
            }
            int room = Integer.MAX_VALUE / 2 - wanted.availablePermits();
            wanted.release((int) Math.max(0, Math.min(count, room)));
        }

        @Override
        public void cancel() {
            cancelled = true;
            stream.close();
            wanted.release();
        }

        @Override
        public void run() {
            try {
                deliver();
            } catch (GatorException e) {
                if (!cancelled) {
                    subscriber.onError(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                subscriber.onError(new GatorException(CallError.INTERRUPTED, "interrupted while publishing", e));
            } finally {
                stream.close();
            }
        }

        private void deliver() throws InterruptedException {
            Iterator<ChatEvent> events = stream.iterator();
            while (events.hasNext()) {
                wanted.acquire();
                if (cancelled) {
                    return;
                }
                Require.that(!badRequest, "a subscriber must request more than zero events");
                subscriber.onNext(events.next());
            }
            subscriber.onComplete();
        }
    }
}
