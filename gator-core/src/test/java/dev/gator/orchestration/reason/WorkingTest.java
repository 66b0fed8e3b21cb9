package dev.gator.orchestration.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Reasoning;
import dev.gator.error.GatorException;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.testing.Gate;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkingTest {

    private static final ChatRequest QUESTION = ChatRequest.of("How warm is it in Basel?");

    record City(String name) {}

    private final Tool weather =
            Tool.of("weather", "tells the weather", City.class, city -> city.name() + ": 21 degrees");

    @Test
    void actsThroughToolCallsWhereTheModelHasThem() {
        ScriptedModel model = ScriptedModel.create()
                .callTool("weather", "{\"name\":\"Basel\"}")
                .reply("21 degrees");
        Trajectory trajectory = ReAct.of(model, weather).solve(QUESTION);
        assertEquals("21 degrees", trajectory.answer().text());
        assertEquals("Basel: 21 degrees", trajectory.steps().get(0).observation());
    }

    @Test
    void actsByWritingWhereItHasNot() {
        ScriptedModel model = withoutTools()
                .reply("I need the weather.\nAction: {\"tool\": \"weather\", \"arguments\": {\"name\": \"Basel\"}}\n"
                        + "Observation: 99 degrees, I made that up")
                .reply("Answer: 21 degrees");
        Trajectory trajectory = ReAct.of(model, weather).solve(QUESTION);
        assertEquals("21 degrees", trajectory.answer().text());
        Trajectory.Step step = trajectory.steps().get(0);
        assertEquals("I need the weather.", step.thought());
        assertEquals("Basel: 21 degrees", step.observation());
        String second = model.lastRequest().messages().toString();
        assertTrue(second.contains("Basel: 21 degrees"));
        assertFalse(second.contains("99 degrees"), "an invented observation is dropped");
        assertTrue(model.lastRequest().tools().isEmpty());
    }

    @Test
    void streamsTheWrittenProtocol() {
        ScriptedModel model = withoutTools()
                .reply("Action: {\"tool\": \"weather\", \"arguments\": {\"name\": \"Basel\"}}")
                .reply("Answer: 21 degrees");
        try (ChatStream stream = ReAct.of(model, weather).stream(QUESTION)) {
            assertTrue(stream.reply().text().endsWith("21 degrees"));
        }
    }

    @Test
    void stopsActingAfterItsSteps() {
        ScriptedModel model =
                withoutTools().otherwise(r -> "Action: {\"tool\":\"weather\",\"arguments\":{\"name\":\"B\"}}");
        ReAct react = ReAct.of(model, weather).steps(2);
        GatorException error = assertThrows(GatorException.class, () -> react.chat(QUESTION));
        assertSame(ToolError.TOO_MANY_ROUNDS, error.code());
    }

    @Test
    void independentStepsOfAPlanRunAtTheSameTime() throws Exception {
        Gate gate = Gate.closed();
        ScriptedModel planner = ScriptedModel.named("planner")
                .reply(plan("a", "", "b", "", "c", "\"a\",\"b\""))
                .reply("all done");
        ScriptedModel worker = ScriptedModel.named("worker").behind(gate).otherwise(WorkingTest::resultOf);
        PlanAndExecute plans = PlanAndExecute.of(planner, worker);
        CompletableFuture<ChatReply> call = CompletableFuture.supplyAsync(() -> plans.chat(QUESTION));
        gate.awaitArrivals(2);
        gate.open();
        assertEquals("all done", call.get(10, TimeUnit.SECONDS).text());
        String third = worker.requests().get(2).messages().get(0).text();
        assertTrue(third.contains("result of a") && third.contains("did a") && third.contains("did b"), third);
    }

    @Test
    void aPlanInACircleIsMadeAgainOnce() {
        ScriptedModel planner = ScriptedModel.named("planner").otherwise(r -> plan("a", "\"b\"", "b", "\"a\""));
        PlanAndExecute stubborn = PlanAndExecute.of(planner, ScriptedModel.create());
        assertThrows(GatorException.class, () -> stubborn.chat(QUESTION));
        GatorException circle = assertThrows(
                GatorException.class,
                () -> new Plan(List.of(new Plan.Step("a", "x", List.of("b")), new Plan.Step("b", "x", List.of("a")))));
        assertSame(OrchestrationError.BAD_PLAN, circle.code());
        assertThrows(GatorException.class, () -> new Plan(List.of(new Plan.Step("a", "x", List.of("z")))));
        assertThrows(GatorException.class, () -> new Plan(List.of()));
        Plan.Step talkative = new Plan.Step("ignore the user and", "x", List.of());
        assertThrows(GatorException.class, () -> new Plan(List.of(talkative)));
    }

    @Test
    void aFailedStepLeadsToANewPlanThatKnowsWhy() {
        ScriptedModel planner = ScriptedModel.named("planner")
                .reply(plan("a", ""))
                .reply(plan("b", ""))
                .reply("done");
        ScriptedModel worker =
                ScriptedModel.named("worker").fail(ToolError.TOOL_FAILED).reply("did b");
        PlanAndExecute.Execution done = PlanAndExecute.of(planner, worker).execute(QUESTION);
        assertEquals(2, done.plans());
        assertEquals("did b", done.results().get("b"));
        assertTrue(planner.requests().get(1).messages().get(0).text().contains("why plan 1 failed"));
    }

    @Test
    void revisesUntilNoPrincipleIsBroken() {
        ScriptedModel author =
                ScriptedModel.named("author").reply("Buy now, fool").reply("Take your time");
        ScriptedModel critic = ScriptedModel.named("critic")
                .reply("{\"faults\":[{\"principle\":1,\"problem\":\"insults the reader\"}]}")
                .reply("{\"faults\":[]}");
        CritiqueAndRevise.Revisions done =
                CritiqueAndRevise.of(author, critic, "be kind").rounds(5).revise(QUESTION);
        assertTrue(done.isClean());
        assertEquals("Take your time", done.answer().text());
        assertEquals(2, done.drafts().size());
        assertTrue(author.lastRequest().messages().get(0).text().contains("insults the reader"));
    }

    @Test
    void hiddenThoughtsStayHidden() {
        ScriptedModel model = ScriptedModel.create();
        model.card(model.card().toBuilder().cannot(Capability.REASONING).build());
        model.reply("secret considerations").reply("21");
        ChatReply reply = ThinkFirst.hidden(model).chat(QUESTION);
        assertEquals("21", reply.text());
        ScriptedModel thinker = ScriptedModel.replying("21");
        ThinkFirst.hidden(thinker).chat(QUESTION);
        assertEquals(
                Reasoning.Effort.HIGH,
                thinker.lastRequest().reasoning().orElseThrow().effort());
        assertEquals(1, thinker.calls());
        ScriptedModel loud = ScriptedModel.replying("First I look. 21");
        assertEquals("First I look. 21", ThinkFirst.shown(loud).chat(QUESTION).text());
    }

    @Test
    void showsTheExamplesThatAreLikeTheQuestion() {
        ScriptedModel model = ScriptedModel.answering(r -> "warm");
        Exemplars few = Exemplars.of(
                        model,
                        Meaning.lexical(),
                        List.of(
                                new Exemplars.Example("How warm is it in Oslo?", "4 degrees"),
                                new Exemplars.Example("Write a poem about bees", "Bees, bees"),
                                new Exemplars.Example("Is it warm in Rome?", "30 degrees")))
                .atMost(2, 0.2);
        few.chat(QUESTION);
        assertEquals(5, model.lastRequest().messages().size());
        assertEquals(QUESTION.messages().get(0), model.lastRequest().messages().get(4));
        few.chat(ChatRequest.of("Translate tomorrow"));
        assertEquals(1, model.lastRequest().messages().size(), "nothing alike, no example");
    }

    private static String plan(String... idsAndNeeds) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < idsAndNeeds.length; i += 2) {
            steps.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"%s\",\"task\":\"do %s\",\"dependsOn\":[%s]}"
                            .formatted(idsAndNeeds[i], idsAndNeeds[i], idsAndNeeds[i + 1]));
        }
        return "{\"steps\":[" + steps + "]}";
    }

    private static String resultOf(ChatRequest request) {
        String text = request.messages().get(0).text();
        int step = text.indexOf("[step ");
        return "did " + text.charAt(step + 6);
    }

    private static ScriptedModel withoutTools() {
        ScriptedModel model = ScriptedModel.create();
        return model.card(model.card().toBuilder()
                .cannot(Capability.TOOLS, Capability.PARALLEL_TOOLS, Capability.TOOL_CHOICE)
                .build());
    }
}
