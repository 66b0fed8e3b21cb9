package dev.gator.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Range;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructuredAskTest {

    public record Trip(String city, @Range(min = 1, max = 7) int days) {}

    private static final String GOOD = "{\"city\":\"Rome\",\"days\":3}";

    @Test
    void theSchemaGoesToAModelThatCanBeHeldToIt() {
        ScriptedModel model = ScriptedModel.replying(GOOD);

        assertEquals(new Trip("Rome", 3), StructuredAsk.of(model).ask(Trip.class, "Where?"));
        var format = assertInstanceOf(
                ResponseFormat.Schema.class, model.lastRequest().format());
        assertTrue(format.schema().toString().contains("\"days\""));
        assertEquals(1, model.lastRequest().messages().size());
    }

    @Test
    void otherModelsReadItInThePrompt() {
        ScriptedModel jsonMode = ScriptedModel.replying("Sure! ```json\n" + GOOD + "\n```")
                .card(ModelCard.of("test:json").can(Capability.JSON_MODE).build());
        ScriptedModel plain =
                ScriptedModel.replying(GOOD).card(ModelCard.of("test:plain").build());
        ChatRequest request =
                ChatRequest.builder().system("Be brief.").user("Where?").build();

        assertEquals(
                new Trip("Rome", 3),
                StructuredAsk.of(jsonMode).ask(Trip.class, request).value());
        StructuredAsk.of(plain).ask(Trip.class, request);

        assertInstanceOf(ResponseFormat.AnyJson.class, jsonMode.lastRequest().format());
        assertInstanceOf(ResponseFormat.Text.class, plain.lastRequest().format());
        List<Message> messages = plain.lastRequest().messages();
        assertEquals("Be brief.", messages.get(0).text());
        assertTrue(messages.get(1).text().contains("\"days\""));
        assertEquals("Where?", messages.get(2).text());
    }

    @Test
    void theModelSeesWhatIsWrongAndUsageIsSummed() {
        ScriptedModel model = ScriptedModel.replying("{\"city\":\"Rome\",\"days\":9}", "{\"city\":\"Rome\"}", GOOD);

        Structured<Trip> answer = StructuredAsk.of(model).ask(Trip.class, ChatRequest.of("Where?"));

        assertEquals(3, answer.attempts());
        Message complaint = model.requests().get(1).messages().get(2);
        assertTrue(complaint.text().contains("days"), complaint.text());
        long summed = 0;
        ScriptedModel again = ScriptedModel.replying("{\"city\":\"Rome\",\"days\":9}", "{\"city\":\"Rome\"}", GOOD);
        for (ChatRequest request : model.requests()) {
            summed += again.chat(request).usage().total();
        }
        assertEquals(summed, answer.usage().total());
        assertTrue(answer.reply().cost().isPresent());
    }

    @Test
    void repairingIsBounded() {
        ScriptedModel model = ScriptedModel.answering(request -> "no idea");

        GatorException error =
                assertThrows(GatorException.class, () -> StructuredAsk.of(model).ask(Trip.class, "Where?"));

        assertSame(PromptError.NOT_REPAIRED, error.code());
        assertEquals(3, model.calls());
        assertThrows(
                GatorException.class, () -> StructuredAsk.of(model).repairs(0).ask(Trip.class, "Where?"));
        assertEquals(4, model.calls());
    }

    @Test
    void anAnswerCutOffByTheTokenLimitIsNotRepaired() {
        ScriptedModel model = ScriptedModel.create()
                .reply(ChatReply.from("test:m")
                        .text("{\"city\":")
                        .finish(FinishReason.LENGTH)
                        .build());

        GatorException error =
                assertThrows(GatorException.class, () -> StructuredAsk.of(model).ask(Trip.class, "Where?"));

        assertSame(CallError.NOT_STRUCTURED, error.code());
        assertEquals(1, model.calls());
    }
}
