package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.Budget;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.JsonSchema;
import dev.gator.observe.Event;
import dev.gator.observe.SpanKind;
import dev.gator.resilience.cache.CachePolicy;
import dev.gator.resilience.cache.Cached;
import dev.gator.resilience.rate.Rate;
import dev.gator.resilience.rate.RateLimiter;
import dev.gator.testing.Gate;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** All protections around each other. */
class StackTest {

    private record Point(int x) {}

    private final ScriptedModel one = ScriptedModel.named("a:one");
    private final ScriptedModel two = ScriptedModel.named("b:two");
    private final ChatModel stack = Cached.of(
            Retrying.of(Hedged.of(Fallback.of(guarded(one), guarded(two)), HedgePolicy.afterP95())),
            CachePolicy.defaults());

    private static ChatModel guarded(ChatModel model) {
        ChatModel bounded = Bulkhead.of(Balanced.over(Budgeted.of(model)), 100);
        RateLimiter limiter = RateLimiter.of(Rate.requests(1_000_000, Duration.ofSeconds(1)));
        return Breaker.of(Limited.of(bounded, limiter, LimitPolicy.perTenant()));
    }

    @Test
    void schemaToolsBudgetAndTraceSurvive() {
        one.fail(ProviderError.SERVER_ERROR);
        two.reply("{\"x\": 1}");
        RecordingObserver observer = RecordingObserver.create();
        Budget budget = Budget.of("test", Limit.of(Money.usd("1")));
        ChatRequest request = ChatRequest.builder()
                .user("hi")
                .format(ResponseFormat.json(Point.class))
                .tools(ToolSpec.of("look", "Looks.", JsonSchema.of(Point.class)))
                .context(CallContext.create()
                        .withObserver(observer)
                        .withSpending(budget)
                        .withTimeout(Duration.ofSeconds(30)))
                .build();

        try (ChatStream stream = stack.stream(request)) {
            assertEquals(1, stream.reply().as(Point.class).x());
        }

        ChatRequest seen = two.lastRequest();
        assertEquals(request.format(), seen.format());
        assertEquals(request.tools(), seen.tools());
        assertTrue(seen.context().deadline().isFinite());
        assertEquals(1, budget.spent().calls());
        assertTrue(observer.isBalanced(), () -> observer.events().toString());
        assertEquals(
                List.of("cache", "retry", "hedge", "fallback"),
                observer.events().stream()
                        .filter(Event.Started.class::isInstance)
                        .map(event -> ((Event.Started) event).name())
                        .limit(4)
                        .toList());
        assertEquals(
                1,
                observer.ended(SpanKind.GUARD).stream()
                        .filter(end -> end.error().equals(Optional.of("GATOR-PRV-010"))
                                && end.name().equals("breaker"))
                        .count());
        assertEquals(
                Usage.NONE,
                observer.ended(SpanKind.GUARD).stream().map(Event.Ended::usage).reduce(Usage.NONE, Usage::plus));
    }

    @Test
    void keepsEveryCapabilityThatAllMembersHave() {
        assertEquals(one.card().capabilities(), stack.card().capabilities());
        assertEquals(one.card().contextWindow(), stack.card().contextWindow());
        ChatModel same = Cached.of(Retrying.of(guarded(one)));
        assertEquals(one.card().id(), same.card().id());
    }

    @Test
    void closingFromAnotherThreadStopsTheModel() {
        Gate gate = Gate.closed();
        one.behind(gate).otherwise(r -> "never");
        ChatStream stream = stack.stream("hi");
        CompletableFuture<ChatReply> reading =
                supplyAsync(stream::reply, CallContext.create().workers());
        gate.awaitArrivals(1);
        stream.close();

        CompletionException e = assertThrows(CompletionException.class, reading::join);
        assertEquals(CallError.CANCELLED, ((GatorException) e.getCause()).code());
        assertTrue(one.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void theDeadlineHoldsAtTheBottom() {
        Gate gate = Gate.closed();
        one.behind(gate).otherwise(r -> "never");
        two.behind(gate).otherwise(r -> "never");
        ChatRequest request =
                ChatRequest.of("hi").withContext(CallContext.create().withTimeout(Duration.ofMillis(50)));

        assertEquals(
                CallError.DEADLINE,
                assertThrows(GatorException.class, () -> stack.chat(request)).code());
        assertEquals(0, two.calls());
    }

    @Test
    void costsFewBytes() {
        ChatReply reply = ChatReply.from("bare:model")
                .text("ok")
                .usage(Usage.reported(1, 1))
                .build();
        ChatModel bare = new Bare(reply);
        ChatModel full = Cached.of(
                Retrying.of(Fallback.of(guarded(bare), two)),
                CachePolicy.defaults().withLife(Duration.ofNanos(1)));
        CallContext context =
                CallContext.create().withSpending(Budget.of("b", Limit.none().calls(1_000_000)));
        ChatRequest request = ChatRequest.of("How far is the moon?").withContext(context);
        assertSame(reply, full.chat(request));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double bytes = Double.MAX_VALUE;
        int calls = 2_000;
        for (int round = 0; round < 100 && bytes > 4 * 1024; round++) { // the compiler needs some rounds
            long allocated = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                full.chat(request);
            }
            bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - allocated) / (double) calls);
        }
        assertTrue(bytes <= 4 * 1024, "bytes per call: " + bytes);
    }

    private record Bare(ChatReply reply) implements ChatModel {

        @Override
        public ModelCard card() {
            return CARD;
        }

        private static final ModelCard CARD = ModelCard.of("bare:model").build();

        @Override
        public ChatReply chat(ChatRequest request) {
            return reply;
        }

        @Override
        public ChatStream stream(ChatRequest request) {
            return ChatStream.of(reply);
        }
    }
}
