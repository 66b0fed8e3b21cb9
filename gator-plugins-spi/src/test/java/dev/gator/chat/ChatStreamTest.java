package dev.gator.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatStreamTest {

    private static final ChatReply REPLY = ChatReply.from("fake:one")
            .id("r-1")
            .part(new Part.Reasoning("hm", "sig"))
            .text("Hello")
            .part(new Part.ToolCall("c-1", "weather", "{\"city\":\"Lisbon\"}"))
            .part(Part.file(Attachment.of(new byte[] {1, 2, 3}, MediaType.WAV)))
            .finish(FinishReason.TOOL_CALLS)
            .usage(Usage.reported(7, 3).withReasoning(1))
            .cost(Optional.of(Money.usd("0.001")))
            .warnings(List.of(new Warning("seed", "ignored")))
            .build();

    @Test
    void aToldReplyIsTheSameReplyAgain() {
        ChatReply again = ChatStream.of(REPLY).reply();

        assertEquals(REPLY.message(), again.message());
        assertEquals(REPLY.usage(), again.usage());
        assertEquals(REPLY.cost(), again.cost());
        assertEquals(REPLY.finish(), again.finish());
        assertEquals(REPLY.warnings(), again.warnings());
        assertEquals("r-1", again.id());
        assertEquals("hm", again.reasoning());
    }

    @Test
    void eventsComeInOrderAndTextIsOnlyText() {
        StringBuilder shown = new StringBuilder();
        List<ChatEvent> events = new ArrayList<>();
        ChatStream.of(REPLY).forEach(event -> {
            shown.append(event.text());
            events.add(event);
        });

        assertEquals("Hello", shown.toString());
        assertInstanceOf(ChatEvent.Started.class, events.get(0));
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
        assertTrue(events.contains(new ChatEvent.PartStarted(2, PartKind.TOOL_CALL, "c-1", "weather")));
        assertTrue(events.contains(new ChatEvent.AudioDelta(3, "AQID")));
    }

    @Test
    void forEachTextGivesTheWordsAndTheReply() {
        List<String> words = new ArrayList<>();

        ChatReply reply = ChatStream.of(REPLY).forEachText(words::add);

        assertEquals(List.of("Hello"), words);
        assertEquals("Hello", reply.text());
    }

    @Test
    void aSecondReaderIsRefused() {
        ChatStream stream = ChatStream.of(REPLY);
        stream.iterator();

        assertEquals(
                CallError.STREAM_USED,
                assertThrows(GatorException.class, stream::iterator).code());
    }

    @Test
    void anEndWithoutTheTerminalEventIsAnError() {
        Queued source = new Queued(new ChatEvent.Started("", "m", List.of()), new ChatEvent.TextDelta(0, "Hel"));
        ChatStream stream = ChatStream.over(source, CallContext.create());

        GatorException error = assertThrows(GatorException.class, stream::reply);

        assertEquals(ProviderError.INCOMPLETE_STREAM, error.code());
        assertTrue(source.closed.getCount() == 0, "the source is closed after a failure");
        assertEquals(error, assertThrows(GatorException.class, stream::reply), "and the failure stays");
    }

    @Test
    void closingBeforeTheEndCancels() {
        ChatStream stream =
                ChatStream.over(new Queued(new ChatEvent.Started("", "m", List.of())), CallContext.create());
        stream.iterator().next();
        stream.close();
        stream.close();

        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, stream::reply).code());
    }

    @Test
    void closingAfterTheEndKeepsTheReply() {
        ChatStream stream = ChatStream.of(REPLY);
        stream.forEach(event -> {});
        stream.close();

        assertEquals("Hello", stream.reply().text());
        assertThrows(NoSuchElementException.class, () -> {
            Iterator<ChatEvent> exhausted = ChatStream.of(REPLY).iterator();
            while (true) {
                exhausted.next();
            }
        });
    }

    @Test
    void cancellingTheContextWakesABlockedReader() throws Exception {
        Cancellation cancellation = Cancellation.create();
        Blocked source = new Blocked();
        ChatStream stream = ChatStream.over(source, CallContext.create().withCancellation(cancellation));
        CompletableFuture<GatorException> seen =
                CompletableFuture.supplyAsync(() -> assertThrows(GatorException.class, stream::reply));
        assertTrue(source.reading.await(5, TimeUnit.SECONDS));

        cancellation.cancel();

        assertEquals(CallError.CANCELLED, seen.get(5, TimeUnit.SECONDS).code());
    }

    @Test
    void thePublisherReadsNoFurtherThanAsked() throws Exception {
        Queued source = Queued.of(REPLY);
        Subscriber subscriber = new Subscriber();
        ChatStream.over(source, CallContext.create())
                .publisher(CallContext.create())
                .subscribe(subscriber);

        subscriber.subscription.get(5, TimeUnit.SECONDS).request(2);
        assertInstanceOf(ChatEvent.Started.class, subscriber.next());
        assertInstanceOf(ChatEvent.PartStarted.class, subscriber.next());
        assertTrue(subscriber.events.isEmpty());
        assertFalse(subscriber.done.isDone());

        subscriber.subscription.get().request(Long.MAX_VALUE);
        subscriber.done.get(5, TimeUnit.SECONDS);
        assertTrue(subscriber.events.stream().anyMatch(ChatEvent.Finished.class::isInstance));
    }

    @Test
    void cancellingTheSubscriptionClosesTheSource() throws Exception {
        Queued source = Queued.of(REPLY);
        Subscriber subscriber = new Subscriber();
        ChatStream.over(source, CallContext.create())
                .publisher(CallContext.create())
                .subscribe(subscriber);

        subscriber.subscription.get(5, TimeUnit.SECONDS).cancel();

        assertTrue(source.closed.await(5, TimeUnit.SECONDS));
    }

    @Test
    void aSecondSubscriberAndASillyRequestAreErrors() throws Exception {
        Flow.Publisher<ChatEvent> publisher = ChatStream.of(REPLY).publisher(CallContext.create());
        Subscriber first = new Subscriber();
        Subscriber second = new Subscriber();
        publisher.subscribe(first);
        publisher.subscribe(second);

        assertTrue(second.done.handle((ok, error) -> error != null).get(5, TimeUnit.SECONDS));
        first.subscription.get(5, TimeUnit.SECONDS).request(0);
        assertTrue(first.done.handle((ok, error) -> error != null).get(5, TimeUnit.SECONDS));
    }

    private static class Queued implements EventSource {
        private final Queue<ChatEvent> events = new ArrayDeque<>();
        final CountDownLatch closed = new CountDownLatch(1);

        Queued(ChatEvent... events) {
            this.events.addAll(List.of(events));
        }

        static Queued of(ChatReply reply) {
            List<ChatEvent> events = new ArrayList<>();
            ChatStream.of(reply).forEach(events::add);
            return new Queued(events.toArray(ChatEvent[]::new));
        }

        @Override
        public @Nullable ChatEvent next() {
            return events.poll();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static final class Blocked extends Queued {
        final CountDownLatch reading = new CountDownLatch(1);

        @Override
        public @Nullable ChatEvent next() {
            reading.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new GatorException(ProviderError.CONNECTION_LOST, "socket closed");
        }
    }

    private static final class Subscriber implements Flow.Subscriber<ChatEvent> {
        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        final LinkedBlockingQueue<ChatEvent> events = new LinkedBlockingQueue<>();
        final CompletableFuture<Boolean> done = new CompletableFuture<>();

        ChatEvent next() throws InterruptedException {
            ChatEvent event = events.poll(5, TimeUnit.SECONDS);
            assertTrue(event != null, "no event came");
            return event;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(ChatEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable error) {
            done.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            done.complete(true);
        }
    }
}
