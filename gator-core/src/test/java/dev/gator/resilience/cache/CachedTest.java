package dev.gator.resilience.cache;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Overrides;
import dev.gator.call.Owner;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.TokenCounter;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.JsonSchema;
import dev.gator.secret.Secret;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedTest {

    private record Point(int x) {}

    private record Line(int length) {}

    private final ManualTime time = ManualTime.create();
    private final AtomicInteger asked = new AtomicInteger();
    private final ScriptedModel model = ScriptedModel.answering(r -> "answer " + asked.incrementAndGet());
    private final CachePolicy policy = CachePolicy.defaults().withTime(time);
    private final Cached cached = Cached.of(model, policy);

    @Test
    void anEqualRequestIsAnsweredFromMemoryAndFree() {
        RecordingObserver observer = RecordingObserver.create();
        ChatRequest request =
                ChatRequest.of("hi").withContext(CallContext.create().withObserver(observer));

        ChatReply first = cached.chat(request);
        ChatReply second = cached.chat(request);

        assertEquals(first.text(), second.text());
        assertEquals(Usage.NONE, second.usage());
        assertEquals(Money.ZERO, second.cost().orElseThrow());
        assertEquals(List.of("miss", "hit"), observer.notes("cache"));
        assertEquals(1, model.calls());
    }

    @Test
    void streamsFillAndUseTheSameMemory() {
        try (ChatStream stream = cached.stream("hi")) {
            assertEquals("answer 1", stream.reply().text());
        }
        assertEquals("answer 1", cached.chat("hi"));
        try (ChatStream stream = cached.stream("hi")) {
            assertEquals("answer 1", stream.forEachText(word -> {}).text());
        }
        try (ChatStream half = cached.stream("other")) {
            half.iterator().next();
        }
        cached.chat("other");
        assertEquals(3, model.calls(), "half an answer was kept");
    }

    @Test
    void whateverShapesTheAnswerIsInTheKey() {
        ToolSpec tool = ToolSpec.of("look", "Looks.", JsonSchema.of(Point.class));
        ToolSpec other = ToolSpec.of("look", "Looks twice.", JsonSchema.of(Point.class));
        List<UnaryOperator<ChatRequest.Builder>> changes = List.of(
                b -> b,
                b -> b.system("be brief"),
                b -> b.user("hi"),
                b -> b.tools(tool),
                b -> b.tools(other),
                b -> b.tools(tool).toolChoice(ToolChoice.required()),
                b -> b.tools(tool).toolChoice(ToolChoice.tool("look")),
                b -> b.format(ResponseFormat.json()),
                b -> b.format(ResponseFormat.json(Point.class)),
                b -> b.format(ResponseFormat.json(Line.class)),
                b -> b.temperature(0.1),
                b -> b.maxTokens(7),
                b -> b.reasoning(Reasoning.of(Reasoning.Effort.HIGH)),
                b -> b.overrides(Overrides.none().withModel("other")),
                b -> b.context(CallContext.create().withOwner(Owner.tenant("acme"))),
                b -> b.context(CallContext.create().withOwner(Owner.of("acme", "ann"))),
                b -> b.user("see", Attachment.of("one".getBytes(StandardCharsets.UTF_8))),
                b -> b.user("see", Attachment.of("two".getBytes(StandardCharsets.UTF_8))));
        for (UnaryOperator<ChatRequest.Builder> change : changes) {
            cached.chat(change.apply(ChatRequest.builder().user("hi")).build());
        }
        assertEquals(changes.size(), model.calls());
        for (UnaryOperator<ChatRequest.Builder> change : changes) {
            cached.chat(change.apply(ChatRequest.builder().user("hi")).build());
        }
        assertEquals(changes.size(), model.calls());
    }

    @Test
    void aKeyIsNoPartOfTheAnswerAndWordsCannotBePushedFromOneMessageIntoTheNext() {
        cached.chat(ChatRequest.of("hi"));
        cached.chat(ChatRequest.builder()
                .user("hi")
                .overrides(Overrides.none().withKey(Secret.of("k")))
                .build());
        assertEquals(1, model.calls());

        cached.chat(ChatRequest.builder().user("a").user("b").build());
        cached.chat(ChatRequest.builder().user("ab").build());
        assertEquals(3, model.calls());
    }

    @Test
    void entriesAgeAndGoWithTheirVersionOrTenant() {
        ChatRequest acme = ChatRequest.of("hi").withContext(CallContext.create().withOwner(Owner.tenant("acme")));
        cached.chat("hi");
        cached.chat(acme);
        assertEquals(2, cached.size());
        cached.invalidate("acme");
        assertEquals(1, cached.size());
        time.advance(Duration.ofMinutes(61));
        assertEquals("answer 3", cached.chat("hi"));
        cached.invalidateAll();
        assertEquals(0, cached.size());

        Cached small = Cached.of(model, policy.withEntries(2).withVersion("2"));
        IntStream.range(0, 5).forEach(i -> small.chat("question " + i));
        assertEquals(2, small.size());
    }

    @Test
    void tenantsNeverShareButTheirUsersMay() {
        Cached wide = Cached.of(model, policy.sharedByTenant());
        for (Owner owner : List.of(Owner.of("a", "1"), Owner.of("a", "2"), Owner.of("b", "1"), Owner.tenant("b"))) {
            wide.chat(ChatRequest.of("hi").withContext(CallContext.create().withOwner(owner)));
        }
        assertEquals(2, model.calls());
    }

    @Test
    void errorsAndToolCallsAreNotKept() {
        model.fail(ProviderError.OVERLOADED);
        assertThrows(GatorException.class, () -> cached.chat("hi"));
        assertEquals("answer 1", cached.chat("hi"));

        model.callTool("look", "{}").callTool("look", "{}");
        cached.chat("tool");
        cached.chat("tool");
        assertEquals(4, model.calls());

        Cached keeping = Cached.of(model, policy.keepingToolCalls());
        model.callTool("look", "{}");
        keeping.chat("tool");
        assertEquals(1, keeping.chat(ChatRequest.of("tool")).toolCalls().size());
        assertEquals(5, model.calls());
    }

    @Test
    void equalRequestsAtTheSameTimeAskOnce() {
        Gate gate = Gate.closed();
        model.behind(gate);
        CallContext context = time.context();
        List<CompletableFuture<ChatReply>> calls = IntStream.range(0, 20)
                .mapToObj(i ->
                        supplyAsync(() -> cached.chat(ChatRequest.of("hi").withContext(context)), context.workers()))
                .toList();
        gate.awaitArrivals(1);
        time.awaitSleepers(19);
        gate.open();
        calls.forEach(call -> assertEquals("answer 1", call.join().text()));

        assertEquals(1, model.calls());
    }

    @Test
    void whoWaitsKeepsItsOwnDeadlineAndTakesOverIfTheFirstGivesUp() {
        Gate gate = Gate.closed();
        model.behind(gate);
        Cancellation stop = Cancellation.create();
        CompletableFuture<ChatReply> first = ask(time.context().withCancellation(stop));
        gate.awaitArrivals(1);
        CompletableFuture<ChatReply> hurried = ask(time.context().withTimeout(Duration.ofSeconds(1)));
        CompletableFuture<ChatReply> patient = ask(time.context());
        time.awaitSleepers(2);

        time.advance(Duration.ofSeconds(1));
        CompletionException late = assertThrows(CompletionException.class, hurried::join);
        assertEquals(CallError.DEADLINE, ((GatorException) late.getCause()).code());
        stop.cancel();
        assertThrows(CompletionException.class, first::join);
        gate.open();
        assertEquals("answer 1", patient.join().text());
        assertEquals(2, model.calls());
    }

    @Test
    void vectorsAreKnownTextByText() {
        ScriptedEmbeddings scripted = ScriptedEmbeddings.create();
        EmbeddingModel vectors = Cached.embedding(scripted, CachePolicy.ofADay().withTime(time));
        vectors.embed(EmbeddingRequest.of("a", "b"));
        var reply = vectors.embed(EmbeddingRequest.of("b", "c", "b", "a"));

        assertEquals(List.of("c"), scripted.requests().get(1).texts());
        assertEquals(scripted.embed(EmbeddingRequest.of("b", "c", "b", "a")).embeddings(), reply.embeddings());
        time.advance(Duration.ofHours(25));
        vectors.embed(EmbeddingRequest.of("a"));
        assertEquals(List.of("a"), scripted.requests().get(3).texts());
    }

    @Test
    void longTextsAreCountedOnceADay() {
        AtomicInteger counted = new AtomicInteger();
        TokenCounter counter = Cached.counting(
                text -> {
                    counted.incrementAndGet();
                    return text.length();
                },
                CachePolicy.ofADay().withTime(time));
        String text = "x".repeat(1_000);
        assertEquals(1_000, counter.count(text));
        assertEquals(1_000, counter.count(text));
        assertEquals(1, counted.get());
        time.advance(Duration.ofHours(25));
        counter.count(text);
        assertEquals(2, counted.get());
    }

    private CompletableFuture<ChatReply> ask(CallContext context) {
        return supplyAsync(() -> cached.chat(ChatRequest.of("hi").withContext(context)), context.workers());
    }
}
