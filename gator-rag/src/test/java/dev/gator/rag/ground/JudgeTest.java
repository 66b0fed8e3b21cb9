package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.ScriptedModel;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Shelf SOURCES = Shelf.of(
            "Study A", "The supplement improves the memory of older adults.",
            "Study B", "The supplement leaves the memory of older adults as it was.",
            "Menu", "Soup is served at noon.");

    @Test
    void aJudgeFindsWhatNoRuleSees() {
        ScriptedModel judge =
                ScriptedModel.replying("{\"contradictions\": [{\"pair\": 1, \"why\": \"an effect or none\"}]}");

        GroundedAnswer answer = ask(judge);

        assertEquals(1, answer.contradictions().size());
        Contradiction found = answer.contradictions().get(0);
        assertSame(Contradiction.Kind.MEANING, found.kind());
        assertEquals("Study A", found.left().place());
        assertEquals("an effect or none", found.why());
        assertEquals(1, judge.calls(), "one call, whatever the number of pairs");
        assertTrue(!judge.lastRequest().messages().toString().contains("Soup"), "only pairs about the same are shown");
    }

    @Test
    void pairsThatDoNotExistAndVerdictsThatAreNoneAreDropped() {
        ScriptedModel invented = ScriptedModel.replying("{\"contradictions\": [{\"pair\": 7, \"why\": \"\"}]}");
        assertEquals(0, ask(invented).contradictions().size());

        ScriptedModel babbling = ScriptedModel.answering(request -> "I would not say so.");
        assertEquals(0, ask(babbling).contradictions().size());
        assertTrue(ask(babbling).isKnown());
    }

    @Test
    void aJudgeThatFailsFailsTheAnswer() {
        GatorException error = assertThrows(
                GatorException.class, () -> ask(ScriptedModel.create().fail(ProviderError.OVERLOADED)));
        assertSame(ProviderError.OVERLOADED, error.code());
    }

    private static GroundedAnswer ask(ScriptedModel judge) {
        ScriptedModel writer = ScriptedModel.replying("The supplement improves the memory of older adults [1].");
        return Answerer.of(writer, SOURCES)
                .withJudge(judge)
                .ask("Does the supplement improve the memory of older adults?", CallContext.create());
    }
}
