package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final ManualTime time = ManualTime.create();
    private final Gate gate = Gate.closed();
    private final ScriptedModel model =
            ScriptedModel.answering(r -> r.messages().get(0).text()).behind(gate);

    @Test
    void letsOnlySoManyThroughAndQueuesTheRest() {
        Bulkhead bulkhead = Bulkhead.of(model, BulkheadPolicy.of(1).withQueue(1));
        CompletableFuture<String> first = ask(bulkhead, "a", "1", time.context());
        gate.awaitArrivals(1);
        CompletableFuture<String> second = ask(bulkhead, "a", "2", time.context());
        time.awaitSleepers(1);

        assertEquals(ResilienceError.QUEUE_FULL, failure(ask(bulkhead, "a", "3", time.context())));
        assertEquals(1, bulkhead.underWay());
        assertEquals(1, bulkhead.waiting());
        gate.open();
        assertEquals("1", first.join());
        assertEquals("2", second.join());
        assertEquals(0, bulkhead.underWay());
    }

    @Test
    void goesByUrgencyThenByTenantInTurnThenByArrival() {
        Bulkhead bulkhead = Bulkhead.of(model, BulkheadPolicy.of(1).withPriority(BulkheadTest::urgency));
        List<CompletableFuture<String>> all = new ArrayList<>();
        all.add(ask(bulkhead, "a", "first", time.context()));
        gate.awaitArrivals(1);
        for (String who : List.of("a 1", "a 2", "a 3", "b 1", "low 1", "high 1")) {
            all.add(ask(bulkhead, who.split(" ", 2)[0], who, time.context()));
            time.awaitSleepers(all.size() - 1);
        }
        gate.open();
        all.forEach(CompletableFuture::join);

        assertEquals(
                List.of("first", "high 1", "a 1", "b 1", "a 2", "a 3", "low 1"),
                model.requests().stream().map(r -> r.messages().get(0).text()).toList());
    }

    @Test
    void aWaitEndsWithPatienceDeadlineOrCancellationAndGivesItsPlaceBack() {
        Bulkhead bulkhead = Bulkhead.of(model, BulkheadPolicy.of(1).withPatience(Duration.ofSeconds(10)));
        CompletableFuture<String> first = ask(bulkhead, "a", "1", time.context());
        gate.awaitArrivals(1);
        Cancellation stop = Cancellation.create();
        CompletableFuture<String> patient = ask(bulkhead, "a", "2", time.context());
        CompletableFuture<String> hurried =
                ask(bulkhead, "a", "3", time.context().withTimeout(Duration.ofSeconds(5)));
        CompletableFuture<String> stopped =
                ask(bulkhead, "a", "4", time.context().withCancellation(stop));
        time.awaitSleepers(3);

        stop.cancel();
        assertEquals(CallError.CANCELLED, failure(stopped));
        time.advance(Duration.ofSeconds(5));
        assertEquals(CallError.DEADLINE, failure(hurried));
        time.advance(Duration.ofSeconds(5));
        assertEquals(ResilienceError.QUEUE_TIMEOUT, failure(patient));
        assertEquals(0, bulkhead.waiting());

        gate.open();
        first.join();
        assertEquals(0, bulkhead.underWay());
    }

    @Test
    void aStreamKeepsItsPlaceUntilItEndsFailsOrIsClosed() {
        gate.open();
        Bulkhead bulkhead = Bulkhead.of(model, BulkheadPolicy.of(1).withQueue(0));
        ChatRequest request = ChatRequest.of("two words");
        try (ChatStream stream = bulkhead.stream(request)) {
            stream.iterator().next();
            assertEquals(1, bulkhead.underWay());
        }
        assertEquals(0, bulkhead.underWay());

        try (ChatStream stream = bulkhead.stream(request)) {
            stream.reply();
            assertEquals(0, bulkhead.underWay());
        }
        model.failAfter(1, "two words", ProviderError.CONNECTION_LOST);
        try (ChatStream stream = bulkhead.stream(request)) {
            assertThrows(GatorException.class, stream::reply);
            assertEquals(0, bulkhead.underWay());
        }
        bulkhead.stream(request).close();
        assertEquals(0, bulkhead.underWay());
    }

    @Test
    void aPlaceHandedToSomebodyWhoGivesUpAtThatMomentIsFreeAgain() {
        gate.open();
        Bulkhead bulkhead = Bulkhead.of(model, BulkheadPolicy.of(1));
        Cancellation stop = Cancellation.create();
        ChatStream holder = bulkhead.stream("two words");
        holder.iterator().next();
        TimeSource unlucky = new TimeSource() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public void sleep(Duration duration, Cancellation cancellation) {
                holder.close();
                stop.cancel();
                cancellation.check();
            }
        };
        CallContext context = CallContext.create().withTime(unlucky).withCancellation(stop);

        assertThrows(
                GatorException.class, () -> bulkhead.chat(ChatRequest.of("hi").withContext(context)));
        assertEquals(0, bulkhead.underWay());
    }

    @Test
    void aDefectOfTheModelGivesThePlaceBack() {
        ChatModel broken = ScriptedModel.create().otherwise(r -> {
            throw new AssertionError("defect");
        });
        Bulkhead bulkhead = Bulkhead.of(broken, 1);

        assertThrows(AssertionError.class, () -> bulkhead.chat("hi"));
        try (ChatStream stream = bulkhead.stream("hi")) {
            assertThrows(AssertionError.class, stream::reply);
        }
        assertEquals(0, bulkhead.underWay());
    }

    private static Priority urgency(CallContext context) {
        return switch (context.owner().tenant()) {
            case "high" -> Priority.HIGH;
            case "low" -> Priority.LOW;
            default -> Priority.NORMAL;
        };
    }

    private static CompletableFuture<String> ask(ChatModel model, String tenant, String text, CallContext context) {
        ChatRequest request = ChatRequest.of(text).withContext(context.withOwner(Owner.tenant(tenant)));
        return supplyAsync(() -> model.chat(request).text(), context.workers());
    }

    private static ErrorCode failure(CompletableFuture<String> call) {
        CompletionException e = assertThrows(CompletionException.class, call::join);
        return ((GatorException) e.getCause()).code();
    }
}
