package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Part;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswererTest {

    private static final Shelf HANDBOOK = Shelf.of(
            "Handbook",
            "Employees get 25 days of holiday a year. Unused days expire on 31 March. The office opens at 9:00.",
            "Travel policy",
            "Flights are booked by the travel desk. Dogs are not allowed in the office.",
            "Old handbook",
            "Employees get 20 days of holiday a year.");

    @Test
    void aMarkedSentenceIsTiedToTheWordsThatSayIt() {
        GroundedAnswer answer = ask("You get 25 days of holiday a year [1]. Unused days expire on 31 March. [1]");

        assertSame(Grounding.GROUNDED, answer.grounding());
        assertEquals("You get 25 days of holiday a year. Unused days expire on 31 March.", answer.text());
        Citation first = answer.citations().get(0);
        assertEquals("Employees get 25 days of holiday a year.", first.quote().text());
        assertEquals("Handbook", first.quote().place());
        assertEquals("You get 25 days of holiday a year.", answer.text().substring(first.start(), first.end()));
        assertTrue(first.marked());
        assertEquals("You get 25 days of holiday a year. [1] Unused days expire on 31 March. [1]", answer.marked());
    }

    @Test
    void aMarkThatPointsNowhereIsDroppedAndSaid() {
        GroundedAnswer answer = ask("Employees get 25 days of holiday a year [9].");

        AnswerSentence only = answer.sentences().get(0);
        assertEquals(List.of("[9] names no source"), only.remarks());
        assertSame(Support.SUPPORTED, only.support(), "the source that says it is found all the same");
        assertFalse(only.citations().get(0).marked());
    }

    @Test
    void aMarkOnASourceThatDoesNotSayItIsDropped() {
        GroundedAnswer answer = ask("The office opens at 9:00 [2]. Lunch is free for everybody [1].");

        AnswerSentence office = answer.sentences().get(0);
        assertEquals("Handbook", office.citations().get(0).quote().place());
        assertTrue(office.remarks().get(0).startsWith("[2] does not say this"), office.remarks()::toString);
        AnswerSentence lunch = answer.sentences().get(1);
        assertSame(Support.UNSUPPORTED, lunch.support());
        assertSame(Grounding.PARTLY_GROUNDED, answer.grounding());
        assertEquals(List.of(lunch), answer.unsupported());
        assertTrue(answer.marked().endsWith("Lunch is free for everybody. [?]"), answer.marked());
    }

    @Test
    void aChangedFigureNameOrNotIsNoSupport() {
        for (String wrong : List.of(
                "Employees get 30 days of holiday a year [1].",
                "Unused days expire on 30 March [1].",
                "Unused days of holiday do not expire on 31 March [1].",
                "The Lisbon office opens at 9:00 [1].",
                "Dogs are allowed in the office [2].")) {
            GroundedAnswer answer = ask("Flights are booked by the travel desk [2]. " + wrong);
            assertEquals(1, answer.unsupported().size(), wrong);
        }
    }

    @Test
    void whoIsSpokenToNeedNotBeNamedByTheSource() {
        GroundedAnswer answer =
                ask("You are entitled to 25 days of holiday each year [1]. Staff of the moon get 25 days [1].");

        assertSame(Support.SUPPORTED, answer.sentences().get(0).support());
        assertSame(Support.UNSUPPORTED, answer.sentences().get(1).support());
    }

    @Test
    void anAnswerWithoutAnySupportIsNoAnswer() {
        GroundedAnswer answer = ask("The canteen serves soup on Mondays [1].");

        assertSame(Grounding.UNKNOWN, answer.grounding());
        assertFalse(answer.isKnown());
        assertFalse(answer.toString().contains("soup"), answer::toString);
        assertEquals(List.of("no source supports what was written"), answer.notes());
    }

    @Test
    void theModelMaySayThatTheSourcesDoNotAnswer() {
        GroundedAnswer answer = ask("NO_ANSWER");

        assertSame(Grounding.UNKNOWN, answer.grounding());
        assertEquals("I don't know: the documents do not say.", answer.text());
        assertTrue(answer.usage().total() > 0);
    }

    @Test
    void thinEvidenceIsNotEvenShownToTheModel() {
        ScriptedModel model = ScriptedModel.create();
        Shelf thin = new Shelf().put("Handbook", "Employees get 25 days of holiday.", 0.04);

        GroundedAnswer answer = Answerer.of(model, thin).ask("How many days?", CallContext.create());

        assertSame(Grounding.UNKNOWN, answer.grounding());
        assertEquals(0, model.calls());
        assertEquals(List.of("the best evidence scores 0.04, needed is 0.05"), answer.notes());
        assertEquals(List.of(), answer.evidence());
    }

    @Test
    void evidenceReachesTheModelAsUntrustedTextAndNoToolIsOffered() {
        ScriptedModel model = ScriptedModel.replying("Employees get 25 days of holiday a year [1].");

        Answerer.of(model, HANDBOOK).ask("How many days of holiday?", CallContext.create());

        ChatRequest request = model.lastRequest();
        assertEquals(List.of(), request.tools());
        List<String> untrusted = request.messages().stream()
                .flatMap(message -> message.parts().stream())
                .filter(part -> part instanceof Part.Text text && text.untrusted())
                .map(Part::visibleText)
                .toList();
        assertEquals(3, untrusted.size());
        assertTrue(untrusted.get(1).contains("Flights are booked"));
    }

    @Test
    void contradictingSourcesAreShownAndLowerTheConfidence() {
        GroundedAnswer disputed = ask("Employees get 25 days of holiday a year [1].");
        GroundedAnswer undisputed = ask("Flights are booked by the travel desk [2].");

        Contradiction found = disputed.contradictions().get(0);
        assertSame(Contradiction.Kind.NUMBER, found.kind());
        assertEquals("25 days against 20 days", found.why());
        assertEquals("Handbook", found.left().place());
        assertEquals("Old handbook", found.right().place());
        assertTrue(disputed.confidence().certainty()
                <= 0.5 * undisputed.confidence().certainty());
        assertTrue(disputed.toString().contains("The sources disagree: Handbook"), disputed::toString);
    }

    @Test
    void confidenceIsThePublishedSum() {
        GroundedAnswer answer = ask("Flights are booked by the travel desk [2]. Lunch is free for everybody.");

        assertEquals(0.5 * 0.88, answer.confidence().context(), 1e-9);
        assertEquals(0.2, answer.confidence().diversity(), 1e-9);
        assertEquals(1, answer.confidence().certainty(), 1e-9);
        assertEquals(0.5 * 0.44 + 0.3 * 0.2 + 0.2, answer.confidence().value(), 1e-9);
        assertSame(AnswerConfidence.Level.LOW, answer.confidence().level());
        assertSame(AnswerConfidence.Level.HIGH, new AnswerConfidence(1, 0.4, 1).level());
        assertSame(AnswerConfidence.Level.MEDIUM, new AnswerConfidence(0.8, 0.2, 1).level());
    }

    @Test
    void theWordsArriveWhileTheyAreWritten() {
        ScriptedModel model = ScriptedModel.replying("Employees get 25 days of holiday a year [1].");
        List<String> heard = new ArrayList<>();

        Answerer.of(model, HANDBOOK).ask("How many days?", CallContext.create(), heard::add);

        assertTrue(heard.size() > 3, heard::toString);
        assertEquals("Employees get 25 days of holiday a year [1].", String.join("", heard));
    }

    @Test
    void otherWordsAreRecognisedByMeaning() {
        Shelf shelf = Shelf.of("Guide", "Staff members receive paid vacation every single year without exception.");
        ScriptedModel model = ScriptedModel.create()
                .otherwise(
                        r -> "Staff members receive vacation [1]. Staff receive yearly paid leave, no exception [1].");

        GroundedAnswer words = Answerer.of(model, shelf).ask("What do staff receive?", CallContext.create());
        GroundedAnswer meaning = Answerer.of(model, shelf)
                .withMeaning(ScriptedEmbeddings.create())
                .ask("What do staff receive?", CallContext.create());

        assertTrue(meaning.unsupported().size() <= words.unsupported().size());
    }

    @Test
    void failuresOfModelAndRetrieverPassThrough() {
        ScriptedModel model = ScriptedModel.create().fail(ProviderError.OVERLOADED);
        GatorException error = assertThrows(
                GatorException.class, () -> Answerer.of(model, HANDBOOK).ask("How?", CallContext.create()));
        assertSame(ProviderError.OVERLOADED, error.code());
        assertThrows(GatorException.class, () -> Answerer.of(model, HANDBOOK).withThreshold(1.5));
        assertThrows(GatorException.class, () -> Answerer.of(model, HANDBOOK).ask(" ", CallContext.create()));
    }

    private static GroundedAnswer ask(String reply) {
        ScriptedModel model = ScriptedModel.replying(reply);
        return Answerer.of(model, HANDBOOK).ask("How many days of holiday do employees get?", CallContext.create());
    }
}
