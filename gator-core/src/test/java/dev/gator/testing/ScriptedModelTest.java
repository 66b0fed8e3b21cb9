package dev.gator.testing;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {

    @Test
    void saysItsLinesInOrderAndRemembersWhatItWasAsked() {
        ScriptedModel model = ScriptedModel.replying("one", "two")
                .otherwise(request -> "echo " + request.messages().get(0).text());

        assertEquals(List.of("one", "two", "echo c"), List.of(model.chat("a"), model.chat("b"), model.chat("c")));
        assertEquals(3, model.calls());
        assertEquals("c", model.lastRequest().messages().get(0).text());
    }

    @Test
    void anEmptyScriptIsAnError() {
        GatorException error =
                assertThrows(GatorException.class, () -> ScriptedModel.create().chat("a"));

        assertSame(TestingError.SCRIPT_EXHAUSTED, error.code());
    }

    @Test
    void streamsWordByWordAndTellsTheSameUsage() {
        ScriptedModel model = ScriptedModel.answering(request -> "three small words");
        List<String> words = new ArrayList<>();

        ChatReply whole = model.chat(ChatRequest.of("q"));
        try (ChatStream stream = model.stream("q")) {
            ChatReply streamed = stream.forEachText(words::add);
            assertEquals(whole.usage(), streamed.usage());
            assertEquals(whole.text(), streamed.text());
            assertEquals(whole.cost(), streamed.cost());
        }
        assertEquals(List.of("three ", "small ", "words"), words);
    }

    @Test
    void callsTools() {
        ChatReply reply = ScriptedModel.create()
                .callTool("weather", "{\"city\":\"Rome\"}")
                .chat(ChatRequest.of("q"));

        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
        assertEquals("weather", reply.toolCalls().get(0).name());
    }

    @Test
    void failsAtOnceAndInTheMiddle() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .failAfter(1, "two words", ProviderError.CONNECTION_LOST);
        List<ChatEvent> seen = new ArrayList<>();

        GatorException whole = assertThrows(GatorException.class, () -> model.chat("q"));
        assertSame(ProviderError.OVERLOADED, whole.code());
        GatorException broken =
                assertThrows(GatorException.class, () -> model.stream("q").forEach(seen::add));
        assertSame(ProviderError.CONNECTION_LOST, broken.code());
        assertEquals("two ", seen.get(seen.size() - 1).text());
    }

    @Test
    void waitsOnTheClockOfTheCall() {
        ManualTime time = ManualTime.create();
        ScriptedModel model = ScriptedModel.replying("late").taking(Duration.ofHours(1));
        ChatRequest request = ChatRequest.of("q").withContext(time.context());

        CompletableFuture<ChatReply> call = supplyAsync(() -> model.chat(request));
        time.awaitSleepers(1);
        assertFalse(call.isDone());
        time.advance(Duration.ofHours(1));

        assertEquals("late", call.join().text());
        assertEquals(0, time.sleepers());
    }

    @Test
    void aDeadlineEndsTheWaiting() {
        ManualTime time = ManualTime.create();
        ScriptedModel model = ScriptedModel.replying("late").taking(Duration.ofHours(1));
        ChatRequest request = ChatRequest.of("q").withContext(time.context().withTimeout(Duration.ofSeconds(5)));

        CompletableFuture<ChatReply> call = supplyAsync(() -> model.chat(request));
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(5));

        assertSame(CallError.DEADLINE, cause(call).code());
    }

    @Test
    void closingTheStreamWakesTheReader() {
        Gate gate = Gate.closed();
        ScriptedModel model = ScriptedModel.replying("never").behind(gate);
        ChatStream stream = model.stream("q");

        CompletableFuture<ChatReply> reading = supplyAsync(stream::reply);
        gate.awaitArrivals(1);
        stream.close();

        assertSame(CallError.CANCELLED, cause(reading).code());
    }

    @Test
    void cancellingWakesTheCaller() {
        Gate gate = Gate.closed();
        Cancellation cancellation = Cancellation.create();
        ScriptedModel model = ScriptedModel.replying("never").behind(gate);
        ChatRequest request =
                ChatRequest.of("q").withContext(CallContext.create().withCancellation(cancellation));

        CompletableFuture<ChatReply> call = supplyAsync(() -> model.chat(request));
        gate.awaitArrivals(1);
        cancellation.cancel();

        assertSame(CallError.CANCELLED, cause(call).code());
    }

    @Test
    void anOpenGateLetsEverybodyThrough() {
        Gate gate = Gate.closed();
        ScriptedModel model = ScriptedModel.answering(request -> "yes").behind(gate);

        CompletableFuture<?>[] calls = IntStream.range(0, 4)
                .mapToObj(i -> runAsync(() -> model.chat("q")))
                .toArray(CompletableFuture<?>[]::new);
        model.awaitCalls(1);
        gate.open();

        CompletableFuture.allOf(calls).join();
        assertEquals(4, model.calls());
    }

    @Test
    void embeddingsOfTextsThatShareWordsAreNear() {
        ScriptedEmbeddings model = ScriptedEmbeddings.create();
        var wet = model.embed("the cat sat on the mat");

        double near = wet.cosine(model.embed("on the mat the cats sat"));
        double far = wet.cosine(model.embed("quarterly revenue grew strongly"));

        assertTrue(near > 0.8, "near is " + near);
        assertTrue(far < 0.3, "far is " + far);
        assertEquals(wet, model.embed("The cat sat on the mat"));
        assertEquals(4, model.requests().size());
    }

    private static GatorException cause(CompletableFuture<?> call) {
        CompletionException error = assertThrows(CompletionException.class, call::join);
        return assertInstanceOf(GatorException.class, error.getCause());
    }
}
