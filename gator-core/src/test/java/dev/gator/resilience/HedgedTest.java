package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class HedgedTest {

    private static final HedgePolicy SECOND =
            HedgePolicy.after(Duration.ofSeconds(1)).withShare(1);

    private final ManualTime time = ManualTime.create();
    private final Gate gate = Gate.closed();
    private final ScriptedModel stuck =
            ScriptedModel.named("a:slow").otherwise(r -> "slow").behind(gate);
    private final ScriptedModel quick = ScriptedModel.named("b:quick").otherwise(r -> "quick");
    private final Hedged hedged = Hedged.of(stuck, quick, SECOND);

    @Test
    void theSecondCallWinsAndTheFirstIsCancelled() {
        RecordingObserver observer = RecordingObserver.create();
        CompletableFuture<ChatReply> call = chat(time.context().withObserver(observer));
        stuck.awaitCalls(1);
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(1));

        assertEquals("quick", call.join().text());
        assertTrue(stuck.lastRequest().context().cancellation().isCancelled());
        assertEquals(List.of("second call after 1000 ms"), observer.notes("hedge"));
        assertEquals(List.of("second call"), observer.notes("winner"));
    }

    @Test
    void aStreamRacesToItsFirstContent() {
        ChatRequest request = ChatRequest.of("hi").withContext(time.context());
        try (ChatStream stream = hedged.stream(request)) {
            CompletableFuture<ChatReply> reading =
                    supplyAsync(stream::reply, time.context().workers());
            stuck.awaitCalls(1);
            time.awaitSleepers(1);
            time.advance(Duration.ofSeconds(1));
            assertEquals("quick", reading.join().text());
            assertEquals("b:quick", reading.join().model());
        }
        assertTrue(stuck.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void aQuickAnswerNeedsNoSecondCall() {
        gate.open();

        assertEquals("slow", chat(time.context()).join().text());
        assertEquals(0, quick.calls());
    }

    @Test
    void aFailureBeforeTheDelayIsTheCallers() {
        stuck.fail(ProviderError.BAD_REQUEST);
        gate.open();

        assertEquals(ProviderError.BAD_REQUEST, code(chat(time.context())));
        assertEquals(0, quick.calls());
    }

    @Test
    void oneFailureDoesNotSinkTheRace() {
        quick.fail(ProviderError.SERVER_ERROR);
        CompletableFuture<ChatReply> call = chat(time.context());
        stuck.awaitCalls(1);
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(1));
        quick.awaitCalls(1);
        gate.open();

        assertEquals("slow", call.join().text());
    }

    @Test
    void cancellingOrTheDeadlineStopsBothCalls() {
        Cancellation stop = Cancellation.create();
        CompletableFuture<ChatReply> call = chat(time.context().withCancellation(stop));
        stuck.awaitCalls(1);
        time.awaitSleepers(1);
        stop.cancel();
        assertEquals(CallError.CANCELLED, code(call));

        CompletableFuture<ChatReply> late = chat(time.context().withTimeout(Duration.ofMillis(500)));
        stuck.awaitCalls(2);
        time.awaitSleepers(1);
        time.advance(Duration.ofMillis(500));
        assertEquals(CallError.DEADLINE, code(late));
        assertTrue(stuck.requests().stream()
                .allMatch(r -> r.context().cancellation().isCancelled()));
    }

    @Test
    void extraCallsStayWithinTheirShare() {
        Hedged thrifty = Hedged.of(stuck, quick, HedgePolicy.after(Duration.ofNanos(1)));
        gate.open();
        stuck.takingPerWord(Duration.ZERO).taking(Duration.ofMillis(3));
        for (int i = 0; i < 200; i++) {
            thrifty.chat(ChatRequest.of("hi"));
        }

        assertTrue(quick.calls() <= 20, "extra calls: " + quick.calls());
        assertTrue(quick.calls() >= 10, "extra calls: " + quick.calls());
    }

    private CompletableFuture<ChatReply> chat(CallContext context) {
        return supplyAsync(() -> hedged.chat(ChatRequest.of("hi").withContext(context)), context.workers());
    }

    private static Object code(CompletableFuture<ChatReply> call) {
        CompletionException e = assertThrows(CompletionException.class, call::join);
        return ((GatorException) e.getCause()).code();
    }
}
