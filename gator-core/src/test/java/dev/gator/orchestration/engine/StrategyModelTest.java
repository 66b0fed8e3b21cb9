package dev.gator.orchestration.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
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
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyModelTest {

    private final ScriptedModel model = ScriptedModel.create();

    @Test
    void aStrategyOfOnesOwnIsOneFunction() {
        model.reply("draft").reply("better");
        ChatModel twice = StrategyModel.of("twice", List.of(model), run -> {
            String draft = run.ask("draft", model, run.request()).text();
            return Ending.spokenBy(model, Stages.closing(run.request(), "Improve it.", Material.of("draft", draft)));
        });
        assertEquals("better", twice.chat("Write"));
        assertEquals("twice:scripted:model", twice.card().id());
    }

    @Test
    void theFirstFailureCancelsTheRestAndIsThrown() {
        Gate gate = Gate.closed();
        ScriptedModel slow = ScriptedModel.named("slow").behind(gate).reply("late");
        ScriptedModel broken = ScriptedModel.named("broken").fail(ProviderError.OVERLOADED);
        ChatModel both = StrategyModel.of("both", List.of(slow, broken), run -> {
            run.all(List.of(
                    branch -> branch.ask("a", slow, branch.request()),
                    branch -> branch.ask("b", broken, branch.request())));
            return Ending.spokenBy(slow, run.request());
        });
        assertSame(
                ProviderError.OVERLOADED,
                assertThrows(GatorException.class, () -> both.chat("x")).code());
        slow.awaitCalls(1);
        assertTrue(slow.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void closingAStreamStopsTheStages() throws Exception {
        Gate gate = Gate.closed();
        model.behind(gate).reply("never");
        RecordingObserver observer = RecordingObserver.create();
        ChatModel slow = StrategyModel.of("slow", List.of(model), run -> {
            run.progress("begun", "now");
            return Ending.told(run.ask("wait", model, run.request()));
        });
        ChatRequest request =
                ChatRequest.of("x").withContext(CallContext.create().withObserver(observer));
        ChatStream stream = slow.stream(request);
        Iterator<ChatEvent> events = stream.iterator();
        assertEquals(new ChatEvent.Progress("begun", "now"), events.next());
        CompletableFuture<Boolean> blocked = CompletableFuture.supplyAsync(events::hasNext);
        gate.awaitArrivals(1);
        stream.close();
        CompletionException error =
                assertThrows(CompletionException.class, () -> blocked.orTimeout(10, TimeUnit.SECONDS)
                        .join());
        assertSame(CallError.CANCELLED, ((GatorException) error.getCause()).code());
        assertTrue(model.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void aDeadlineOnAManualClockEndsAVoteOfStuckModels() {
        ManualTime time = ManualTime.create();
        AtomicInteger begun = new AtomicInteger();
        ChatModel stuck = StrategyModel.of("stuck", List.of(model), run -> {
            run.settled(List.<Function<Run, String>>of(branch -> {
                begun.incrementAndGet();
                time.sleep(Duration.ofDays(1), branch.context().cancellation());
                return "never";
            }));
            return Ending.spokenBy(model, run.request());
        });
        ChatRequest request = ChatRequest.of("x").withContext(time.context().withTimeout(Duration.ofSeconds(5)));
        CompletableFuture<?> call = CompletableFuture.supplyAsync(() -> stuck.chat(request));
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(6));
        CompletionException error = assertThrows(CompletionException.class, () -> call.orTimeout(10, TimeUnit.SECONDS)
                .join());
        assertSame(CallError.DEADLINE, ((GatorException) error.getCause()).code());
        assertEquals(1, begun.get());
    }

    @Test
    void aSlowReaderHoldsBackTheModelNotTheMemory() {
        String words = IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        model.reply(words);
        ChatModel plain = StrategyModel.of("plain", List.of(model), run -> Ending.spokenBy(model, run.request()));
        try (ChatStream stream = plain.stream("x")) {
            StringBuilder read = new StringBuilder();
            stream.forEachText(read::append);
            assertEquals(words, read.toString());
        }
    }

    @Test
    void toolsAreShownToAStepOnlyWhereTheyWereUsedBefore() {
        ChatRequest request = ChatRequest.of("x");
        assertTrue(Stages.step(request, "go on").tools().isEmpty());
        assertFalse(Stages.question(request).isEmpty());
        assertEquals(1, Stages.closing(request, "go on").messages().size(), "the user's message grows");
    }
}
