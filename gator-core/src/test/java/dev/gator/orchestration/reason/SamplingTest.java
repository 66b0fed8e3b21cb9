package dev.gator.orchestration.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.Budget;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.call.CallContext;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.orchestration.deliberate.Verdict;
import dev.gator.orchestration.engine.Judge;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.orchestration.engine.Scorer;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final ChatRequest QUESTION = ChatRequest.of("Name a prime.");

    @Test
    void bestOfTakesTheBestGrade() {
        ScriptedModel model = ScriptedModel.replying("four", "thirteen", "six");
        Scorer longest = Scorer.of(text -> text.length() / 10.0);
        assertEquals("thirteen", BestOf.of(3, model, longest).chat(QUESTION).text());
    }

    @Test
    void bestOfLeavesFailuresOut() {
        ScriptedModel good = ScriptedModel.named("good").otherwise(r -> "thirteen");
        ScriptedModel bad = ScriptedModel.named("bad").fail(ProviderError.OVERLOADED);
        Choice choice = BestOf.among(List.of(good, bad), Scorer.of(text -> 0.5)).choose(QUESTION);
        assertEquals("thirteen", choice.answer().text());
        assertEquals(1, choice.candidates().size());
        ScriptedModel worse = ScriptedModel.named("worse").fail(ProviderError.OVERLOADED);
        BestOf none = BestOf.among(List.of(worse), Scorer.of(text -> 0.5));
        assertSame(
                ProviderError.OVERLOADED,
                assertThrows(GatorException.class, () -> none.chat(QUESTION)).code());
    }

    @Test
    void aScorerThatThrowsIsADefectWithItsCause() {
        Scorer broken = Scorer.of(text -> Integer.parseInt("x"));
        BestOf best = BestOf.of(2, ScriptedModel.answering(r -> "two"), broken);
        GatorException error = assertThrows(GatorException.class, () -> best.chat(QUESTION));
        assertSame(OrchestrationError.DEFECT, error.code());
        assertTrue(error.getCause() instanceof NumberFormatException);
    }

    @Test
    void selfConsistencyComparesOnlyWhatThoughtsComeTo() {
        ScriptedModel model = ScriptedModel.replying(
                "Two is even. Answer: 13",
                "I divide by small primes, one after the other.\n**Answer:** 13",
                "Quick guess. Answer: 15");
        Verdict verdict = SelfConsistency.of(3, model).sample(QUESTION);
        assertTrue(verdict.orThrow().text().contains("13"));
        assertTrue(verdict.agreement() > 0.6, verdict::toString);
        assertTrue(model.lastRequest().sampling().temperature().isPresent());
        assertEquals(
                model.calls(), // two that agree decide, so the third may never be asked
                model.requests().stream()
                        .map(r -> r.sampling().seed().orElseThrow())
                        .distinct()
                        .count());
    }

    @Test
    void treeOfThoughtFollowsTheMostPromisingLine() {
        ScriptedModel model = ScriptedModel.named("thinker").otherwise(SamplingTest::think);
        TreeOfThought tree = TreeOfThought.of(
                model,
                Scorer.of(text -> text.chars().filter(c -> c == '2').count() / 10.0),
                new TreeOfThought.Shape(3, 3, 2, 100));
        List<TreeOfThought.Path> lines = tree.explore(QUESTION);
        assertEquals(List.of("way 2", "way 2", "way 2"), lines.get(0).thoughts());
        assertEquals(3 + 6 + 6, model.calls(), "one line grows to three, two to six");
        assertEquals("done", tree.chat(QUESTION).text());
        assertTrue(model.lastRequest().messages().get(0).text().contains("way 2\nway 2\nway 2"));
    }

    @Test
    void treeOfThoughtKeepsItsBoundOfThoughts() {
        ScriptedModel model = ScriptedModel.named("thinker").otherwise(SamplingTest::think);
        TreeOfThought.of(model, Scorer.of(text -> 0.5), new TreeOfThought.Shape(9, 3, 3, 10))
                .explore(QUESTION);
        assertTrue(model.calls() <= 10, () -> model.calls() + " thoughts");
    }

    @Test
    void treeOfThoughtEndsWithTheBestLineWhenTheBudgetDoes() {
        ScriptedModel model = ScriptedModel.named("thinker").otherwise(SamplingTest::think);
        Budget budget = Budget.of("test", Limit.none().calls(5));
        ChatRequest request = QUESTION.withContext(CallContext.create().withSpending(budget));
        List<TreeOfThought.Path> lines =
                TreeOfThought.of(Budgeted.of(model), Scorer.of(text -> 0.5)).explore(request);
        assertEquals(1, lines.get(0).thoughts().size());
    }

    @Test
    void aJudgeThatForgetsACandidateMustRepairIt() {
        ScriptedModel judge = ScriptedModel.replying(
                "{\"grades\":{\"candidate_2\":{\"points\":[1,1,1],\"reason\":\"\"}}}",
                "{\"grades\":{\"candidate_2\":{\"points\":[1,1,1],\"reason\":\"\"},"
                        + "\"candidate_1\":{\"points\":[9,9,9],\"reason\":\"\"}}}");
        Choice choice = BestOf.of(2, ScriptedModel.answering(r -> "two"), Judge.of(judge))
                .choose(QUESTION);
        assertEquals(0, choice.best());
        assertEquals(0.9, choice.candidates().get(0).grade().score(), 1e-9);
        assertEquals(2, judge.calls());
    }

    private static String think(ChatRequest request) {
        String text = request.messages().get(0).text();
        int way = text.indexOf("Way ");
        return way < 0 ? "done" : "way " + text.charAt(way + 4);
    }
}
