package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Deadline;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.tck.wire.WireReply;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Stopping: before the call, while it waits and while it reads; the service sees the socket close. */
interface StoppingTests {

    /** How long a cancelled call may keep its socket. */
    Duration AT_ONCE = Duration.ofMillis(200);

    @TestFactory
    default Stream<DynamicTest> sendsNothingWhenAlreadyCancelled(Benches benches) {
        return benches.bothWays("cancelled before", (bench, way) -> {
            Cancellation cancellation = Cancellation.create();
            cancellation.cancel();
            CallContext context = CallContext.create().withCancellation(cancellation);
            refusesBeforeSending(bench, way, context, CallError.CANCELLED);
        });
    }

    @TestFactory
    default Stream<DynamicTest> sendsNothingWhenTheDeadlineHasPassed(Benches benches) {
        return benches.bothWays("deadline before", (bench, way) -> {
            Deadline passed = Deadline.after(Duration.ofNanos(1), TimeSource.system());
            while (!passed.isPast()) {
                Thread.onSpinWait();
            }
            refusesBeforeSending(bench, way, CallContext.create().withDeadline(passed), CallError.DEADLINE);
        });
    }

    @TestFactory
    default Stream<DynamicTest> stopsAtTheDeadline(Benches benches) {
        return benches.bothWays("deadline during", (bench, way) -> {
            bench.answers(request -> WireReply.json("{}").silent());
            Duration deadline = Duration.ofMillis(300);
            for (int i = 0; i < 3 && bench.server().requestCount() == 0; i++) { // a busy machine sends late
                ChatRequest request =
                        Samples.question().withContext(CallContext.create().withTimeout(deadline));
                GatorException e = bench.failure(way, request);
                assertEquals(ErrorCategory.TIMEOUT, e.category(), e::toString);
                deadline = deadline.multipliedBy(3);
            }
            assertTrue(bench.server().awaitClientClose(ChatBench.SOON), "the socket closed after the deadline");
        });
    }

    @TestFactory
    default Stream<DynamicTest> closesTheSocketWhenCancelledWhileWaiting(Benches benches) {
        return benches.bothWays("cancelled while no answer comes", (bench, way) -> {
            bench.answers(request -> WireReply.json("{}").silent());
            cancelsWithin(bench, way);
        });
    }

    @TestFactory
    default Stream<DynamicTest> closesTheSocketWhenCancelledWhileTheBodyStalls(Benches benches) {
        return benches.bothWays("cancelled while the body stalls", (bench, way) -> {
            Scripted answer = Scripted.text("early ", "words");
            bench.answers(
                    bench.dialect().whole(answer).hangingAfter(1),
                    bench.dialect().stream(answer).hangingBeforeEnd());
            cancelsWithin(bench, way);
        });
    }

    @Test
    default void closesTheSocketWhenAStreamIsClosedFromAnotherThread(ChatBench bench) {
        Scripted answer = Scripted.text("early ", "words");
        bench.answers(
                bench.dialect().whole(answer), bench.dialect().stream(answer).hangingBeforeEnd());
        CountDownLatch reading = new CountDownLatch(1);
        ChatStream stream = bench.model().stream(Samples.question());
        CompletableFuture<GatorException> reader =
                CompletableFuture.supplyAsync(() -> assertThrows(GatorException.class, () -> readOn(stream, reading)));
        await(reading);
        stream.close();
        assertTrue(bench.server().awaitClientClose(AT_ONCE), "the socket closed at once");
        assertEquals(CallError.CANCELLED, reader.join().code());
    }

    @Test
    default void leavesNoConnectionBehindWhenStreamsAreAbandoned(ChatBench bench) {
        Scripted answer = Scripted.text("early ", "words");
        bench.answers(
                bench.dialect().whole(answer), bench.dialect().stream(answer).hangingBeforeEnd());
        for (int i = 0; i < 10; i++) {
            try (ChatStream stream = bench.model().stream(Samples.question())) {
                assertTrue(stream.iterator().hasNext());
            }
        }
        assertTrue(
                bench.server().awaitOpenConnections(0, ChatBench.SOON),
                () -> bench.server().openConnections() + " connections of abandoned streams are open");
    }

    @Test
    default void worksOnAfterACancelledCall(ChatBench bench) {
        bench.answers(request -> WireReply.json("{}").silent());
        cancelsWithin(bench, Way.CHAT);
        bench.answers(Scripted.text("still ", "here"));
        assertEquals("still here", bench.ask("Are you there?").text());
    }

    private static void refusesBeforeSending(ChatBench bench, Way way, CallContext context, ErrorCode code) {
        bench.answers(Scripted.text("too late"));
        GatorException e = bench.failure(way, Samples.question().withContext(context));
        assertEquals(code, e.code(), e::toString);
        bench.assertNothingSent();
    }

    /** Three tries, because a busy machine may hold up one; a client that does not close in time fails all. */
    private static void cancelsWithin(ChatBench bench, Way way) {
        boolean closed = false;
        for (int i = 0; i < 3 && !closed; i++) {
            closed = closesAtOnce(bench, way);
        }
        assertTrue(closed, () -> "the socket closed within " + AT_ONCE.toMillis() + " ms");
    }

    private static boolean closesAtOnce(ChatBench bench, Way way) {
        Cancellation cancellation = Cancellation.create();
        CallContext context = CallContext.create().withCancellation(cancellation);
        ChatRequest request = Samples.question().withContext(context);
        long before = bench.server().requestCount();
        CompletableFuture<String> caller = CompletableFuture.supplyAsync(
                () -> way.ask(bench.model(), request).text());
        assertTrue(bench.server().awaitRequests(before + 1, ChatBench.SOON), "the request");
        cancellation.cancel();
        boolean closed = bench.server().awaitClientClose(AT_ONCE);
        assertTrue(closed || bench.server().awaitClientClose(ChatBench.SOON), "the socket closed at all");
        CompletionException thrown = assertThrows(CompletionException.class, caller::join);
        GatorException cause = assertInstanceOf(GatorException.class, thrown.getCause());
        assertEquals(CallError.CANCELLED, cause.code(), cause::toString);
        return closed;
    }

    private static void readOn(ChatStream stream, CountDownLatch reading) {
        Iterator<ChatEvent> events = stream.iterator();
        while (events.hasNext()) {
            if (!events.next().text().isEmpty()) {
                reading.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(ChatBench.SOON.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS), "the words");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for words", e);
        }
    }
}
