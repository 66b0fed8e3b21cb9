package dev.gator.orchestration.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.orchestration.deliberate.Consensus;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTest {

    record City(String name) {}

    private final ScriptedModel cheap = ScriptedModel.named("cheap");
    private final ScriptedModel dear = ScriptedModel.named("dear").otherwise(request -> "Paris, certainly.");

    @Test
    void aFirmAnswerEndsTheCascade() {
        cheap.reply("The capital of France is Paris.");
        assertEquals("The capital of France is Paris.", Cascade.of(cheap, dear).chat("Capital of France?"));
        assertEquals(0, dear.calls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not sure, perhaps it might be Paris?",
                "I cannot help with that.",
                "As an AI I do not know.",
                " "
            })
    void escalatesWhatRefusesOrHedges(String weak) {
        cheap.reply(weak);
        assertEquals("Paris, certainly.", Cascade.of(cheap, dear).chat("Capital of France?"));
    }

    @Test
    void escalatesWhatDoesNotFitTheSchema() {
        cheap.reply("{\"city\":\"Paris\"}");
        ScriptedModel good = ScriptedModel.named("good").reply("{\"name\":\"Paris\"}");
        ChatRequest request = ChatRequest.builder()
                .user("Capital?")
                .format(ResponseFormat.json(City.class))
                .build();
        assertEquals(
                "Paris", Cascade.of(cheap, good).chat(request).as(City.class).name());
        assertEquals(request.format(), good.lastRequest().format());
    }

    @Test
    void escalatesFailuresThatAnotherModelMayNotHave() {
        cheap.fail(ProviderError.OVERLOADED).fail(ProviderError.BAD_REQUEST);
        Cascade cascade = Cascade.of(cheap, dear);
        assertEquals("Paris, certainly.", cascade.chat("Capital?"));
        assertThrows(GatorException.class, () -> cascade.chat("Capital?"));
    }

    @Test
    void aDisputeAmongCheapModelsGoesToTheDearOne() {
        Consensus cheapOnes = Consensus.of(
                ScriptedModel.named("a").reply("Lyon it is"),
                ScriptedModel.named("b").reply("Nice, surely"));
        assertEquals("Paris, certainly.", Cascade.of(cheapOnes, dear).chat("Capital?"));
    }

    @Test
    void readersSeeNoRejectedWord() {
        cheap.reply("I guess, perhaps, it might be Lyon");
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = Cascade.of(cheap, dear).stream("Capital?")) {
            stream.forEach(events::add);
        }
        String text = String.join("", events.stream().map(ChatEvent::text).toList());
        assertEquals("Paris, certainly.", text);
        assertTrue(events.stream()
                .anyMatch(event -> event instanceof ChatEvent.Progress stage
                        && stage.stage().equals("escalated")
                        && !stage.detail().contains("Lyon")));
    }

    @Test
    void aModelMayBeAskedHowSureItIs() {
        cheap.reply("Lyon.").reply("{\"weakestPoint\":\"it is not the capital\",\"percent\":20}");
        assertEquals(
                "Paris, certainly.",
                Cascade.of(cheap, dear).trusting(Confidence.selfReported()).chat("Capital?"));
        cheap.reply("Paris.").reply("{\"weakestPoint\":\"none\",\"percent\":99}");
        assertEquals(
                "Paris.",
                Cascade.of(cheap, dear).trusting(Confidence.selfReported()).chat("Capital?"));
    }

    @Test
    void twoSamplesMayHaveToAgree() {
        Confidence agreement = Confidence.agreement(Meaning.lexical());
        cheap.reply("Lyon is the capital").reply("Marseille");
        assertEquals(
                "Paris, certainly.", Cascade.of(cheap, dear).trusting(agreement).chat("Capital?"));
        cheap.reply("Paris is the capital").reply("The capital is Paris");
        assertEquals(
                "Paris is the capital",
                Cascade.of(cheap, dear).trusting(agreement).chat("Capital?"));
    }

    @Test
    void anApplicationMayCheckAnswersItself() {
        Confidence check =
                Confidence.passing("the length", reply -> reply.text().length() > 5);
        cheap.reply("Paris");
        assertEquals(
                "Paris, certainly.",
                Cascade.of(cheap, dear).trusting(check).from(0.5).chat("Capital?"));
        assertFalse(cheap.requests().isEmpty());
    }
}
