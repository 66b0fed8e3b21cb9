package dev.gator.orchestration.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.Budget;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.json.JsonSchema;
import dev.gator.observe.Event;
import dev.gator.observe.SpanKind;
import dev.gator.orchestration.deliberate.Chain;
import dev.gator.orchestration.deliberate.Consensus;
import dev.gator.orchestration.deliberate.Debate;
import dev.gator.orchestration.deliberate.Member;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.Scorer;
import dev.gator.orchestration.route.Cascade;
import dev.gator.orchestration.route.Route;
import dev.gator.orchestration.route.Router;
import dev.gator.testing.Gate;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ten strategies, nested three deep: nothing that the leaves can do gets lost on the way up. */
class NestingTest {

    record City(String name) {}

    private static final String ANSWER = "{\"name\":\"Basel\"}";
    private static final ToolSpec TOOL = ToolSpec.of("look", "looks a city up", JsonSchema.of(City.class));
    private static final ChatRequest QUESTION = ChatRequest.builder()
            .user("Which city?")
            .format(ResponseFormat.json(City.class))
            .tools(TOOL)
            .build();

    private final ScriptedModel leaf = ScriptedModel.named("leaf").otherwise(NestingTest::answer);

    @Test
    void theCardKeepsWhatAllLeavesCan() {
        ChatModel tower = tower(leaf);
        assertTrue(tower.card().can(Capability.JSON_SCHEMA));
        assertTrue(tower.card().can(Capability.TOOLS));
        assertEquals(leaf.card().contextWindow(), tower.card().contextWindow());
        assertEquals(leaf.card().pricing(), tower.card().pricing());
    }

    @Test
    void schemaAndToolsReachTheModelThatAnswers() {
        ChatReply reply = tower(leaf).chat(QUESTION);
        assertEquals("Basel", reply.as(City.class).name());
        long complete = leaf.requests().stream()
                .filter(request -> request.format().equals(QUESTION.format())
                        && request.tools().equals(QUESTION.tools()))
                .count();
        assertTrue(complete >= 3, () -> complete + " of " + leaf.calls() + " calls carry schema and tools");
    }

    @Test
    void streamsAndTellsTheSameReply() {
        List<ChatEvent> events = new ArrayList<>();
        ChatReply streamed;
        try (ChatStream stream = tower(leaf).stream(QUESTION)) {
            stream.forEach(events::add);
            streamed = stream.reply();
        }
        ChatReply unstreamed = tower(leaf).chat(QUESTION);
        assertEquals(unstreamed.text(), streamed.text());
        assertEquals(unstreamed.usage(), streamed.usage());
        assertEquals(unstreamed.cost(), streamed.cost());
        assertTrue(events.stream().anyMatch(ChatEvent.Progress.class::isInstance));
        assertTrue(events.stream().anyMatch(ChatEvent.TextDelta.class::isInstance));
    }

    @Test
    void theBillIsWhatTheLeavesConsumed() {
        RecordingObserver observer = RecordingObserver.create();
        Budget budget = Budget.of("test", Limit.none().tokens(1_000_000));
        CallContext context = CallContext.create().withSpending(budget).withObserver(observer);
        ChatReply reply = tower(Budgeted.of(leaf)).chat(QUESTION.withContext(context));
        assertEquals(leaf.calls(), budget.spent().calls());
        assertEquals(reply.usage().total(), budget.spent().tokens());
    }

    @Test
    void oneBudgetBoundsThemAll() {
        Budget budget = Budget.of("test", Limit.none().calls(6));
        CallContext context = CallContext.create().withSpending(budget);
        GatorException error = assertThrows(
                GatorException.class, () -> tower(Budgeted.of(leaf)).chat(QUESTION.withContext(context)));
        assertSame(ErrorCategory.BUDGET, error.category());
        assertTrue(leaf.calls() <= 6, () -> leaf.calls() + " calls reached the model");
    }

    @Test
    void oneCancellationStopsThemAll() {
        Gate gate = Gate.closed();
        leaf.behind(gate);
        Cancellation stop = Cancellation.create();
        ChatRequest request = QUESTION.withContext(CallContext.create().withCancellation(stop));
        CompletableFuture<ChatReply> call =
                CompletableFuture.supplyAsync(() -> tower(leaf).chat(request));
        gate.awaitArrivals(1);
        stop.cancel();
        CompletionException error = assertThrows(CompletionException.class, () -> call.orTimeout(10, TimeUnit.SECONDS)
                .join());
        assertSame(CallError.CANCELLED, ((GatorException) error.getCause()).code());
        leaf.requests().forEach(one -> assertTrue(one.context().cancellation().isCancelled()));
    }

    @Test
    void theTraceShowsEveryStrategy() {
        RecordingObserver observer = RecordingObserver.create();
        tower(leaf).chat(QUESTION.withContext(CallContext.create().withObserver(observer)));
        List<String> strategies = observer.ended(SpanKind.STRATEGY).stream()
                .map(Event.Ended::name)
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "best-of",
                        "cascade",
                        "chain",
                        "consensus",
                        "critique",
                        "debate",
                        "few-shot",
                        "plan",
                        "router",
                        "think-first"),
                strategies);
        assertTrue(observer.isBalanced());
        long roots = observer.ended(SpanKind.STRATEGY).stream()
                .filter(end -> end.span().parent() == 0)
                .count();
        assertEquals(1, roots);
    }

    /** Three levels; each of the upper strategies holds several of the level below. */
    private static ChatModel tower(ChatModel leaf) {
        Scorer first = Scorer.of(text -> 1);
        ChatModel one = Chain.of(ThinkFirst.hidden(leaf)).parts(1);
        ChatModel two = Cascade.of(BestOf.of(2, leaf, first), Router.of(Route.to(leaf)));
        ChatModel three = CritiqueAndRevise.of(
                Exemplars.of(
                        leaf,
                        Meaning.lexical(),
                        List.of(new Exemplars.Example("Which river?", "{\"name\":\"Rhine\"}"))),
                leaf,
                "be kind");
        ChatModel four =
                PlanAndExecute.of(Debate.between(leaf, leaf, leaf).rounds(1).build(), Router.of(Route.to(leaf)));
        return Consensus.builder(Member.all(one, two, three, four)).waitForAll().build();
    }

    /** Speaks every protocol that a strategy asks for, told apart by the schema. */
    private static String answer(ChatRequest request) {
        if (!(request.format() instanceof ResponseFormat.Schema wanted)) {
            return "a thought";
        }
        return switch (wanted.name()) {
            case "City" -> ANSWER;
            case "Parts" -> "{\"questions\":[\"which?\"]}";
            case "Reviews" -> "{\"reviews\":[{\"answer\":1,\"reliability\":1,\"advice\":\"none\"}]}";
            case "Critique" -> "{\"faults\":[]}";
            case "Plan" -> "{\"steps\":[{\"id\":\"a\",\"task\":\"look\",\"dependsOn\":[]}]}";
            case "Marks" ->
                "{\"grades\":{\"candidate_1\":{\"points\":[5,5,5],\"reason\":\"a\"},"
                        + "\"candidate_2\":{\"points\":[5,5,5],\"reason\":\"b\"}}}";
            default -> "{}";
        };
    }
}
