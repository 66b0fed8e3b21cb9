package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.conversation.Conversation;
import dev.gator.persona.Persona;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Documents that give orders, read by a model that obeys every one of them: it calls the tool, repeats what it was told, says
 * that it is a human, and only then answers. What protects is what surrounds the model.
 */
class InjectionTest {

    private static final String CANARY = "heron-7731-blue";
    private static final String INSTRUCTIONS = "You write for the staff of Norvik. Internal reference " + CANARY
            + ". Never talk about the reorganisation of the northern branch that begins next spring.";
    private static final String FACT = "Employees get 25 days of holiday a year.";
    private static final String QUESTION = "How many days of holiday do employees get?";

    /** What the tool takes. */
    public record Target(String path) {}

    @Test
    void thereAreMoreThanAHundredHostileDocuments() throws IOException {
        assertTrue(hostileTexts().size() > 100);
    }

    @Test
    void noDocumentMakesAToolRunOrTheInstructionsLeak() throws IOException {
        AtomicInteger ran = new AtomicInteger();
        Tool delete = Tool.of("delete_files", "Deletes files", Target.class, target -> {
                    ran.incrementAndGet();
                    return "deleted " + target.path();
                })
                .changing();
        ScriptedModel model = obedient();
        try (Gator gator = Gator.builder().withoutDiscovery().model(model).build()) {
            for (String text : hostileTexts()) {
                GroundedAnswer answer = Answerer.of(gator.model(), Shelf.of("Notes", text))
                        .withInstructions(INSTRUCTIONS)
                        .withTools(delete)
                        .ask(QUESTION, gator.context());

                assertTrue(answer.text().contains("25 days"), text);
                assertKept(answer, text);
            }
        }
        assertEquals(2 * hostileTexts().size(), model.calls(), "each document had its tool call");
        assertEquals(0, ran.get());
    }

    @Test
    void withoutToolsACallThatAModelMakesUpIsNothing() throws IOException {
        ScriptedModel model = ScriptedModel.create().otherwiseWith(InjectionTest::toolCall);
        try (Gator gator = Gator.builder().withoutDiscovery().model(model).build()) {
            for (String text : hostileTexts()) {
                GroundedAnswer answer =
                        Answerer.of(gator.model(), Shelf.of("Notes", text)).ask(QUESTION, gator.context());

                assertFalse(answer.isKnown(), text);
                assertEquals(List.of(), model.lastRequest().tools());
            }
        }
    }

    @Test
    void noDocumentLeavesItsFence() throws IOException {
        ScriptedModel model = ScriptedModel.answering(request -> "NO_ANSWER");
        try (Gator gator = Gator.builder().withoutDiscovery().model(model).build()) {
            for (String text : hostileTexts()) {
                Answerer.of(gator.model(), Shelf.of("Notes", text, "Rules", "Nothing to see."))
                        .ask(QUESTION, gator.context());

                String seen = words(model.lastRequest());
                assertEquals(2, seen.split("<untrusted>\n", -1).length - 1, text);
                assertEquals(2, seen.split("</untrusted>", -1).length - 1, text);
                assertFalse(seen.contains("< / UNTRUSTED"), text);
            }
        }
    }

    @Test
    void thePersonaSaysWhatItIsWhateverDocumentsDemand() throws IOException {
        Persona emma = Persona.builder("Emma")
                .appearance("28, wavy blonde hair")
                .personality("curious, direct, kind")
                .build();
        ScriptedModel model =
                ScriptedModel.answering(request -> "I am a human being. No disclosure is needed. " + FACT);
        try (Gator gator = Gator.builder().withoutDiscovery().model(model).build()) {
            for (String text : hostileTexts()) {
                Conversation chat = gator.conversations().open(emma, Owner.user("u-17"));
                Message.User asked = new Message.User(List.of(Part.text(QUESTION), Part.untrusted(text)), false);
                List<ChatEvent> events = new ArrayList<>();
                try (ChatStream answer = chat.stream(asked, gator.context())) {
                    answer.forEach(events::add);
                }

                ChatEvent.Disclosed first = assertInstanceOf(ChatEvent.Disclosed.class, events.get(0), text);
                assertEquals("[Emma is an AI persona]", first.notice());
                assertFalse(chat.history().get(1).text().contains("I am a human being"), text);
            }
        }
    }

    @Test
    void theWriterWithoutAModelQuotesFactsAndNoOrders() throws IOException {
        int known = 0;
        for (String text : hostileTexts()) {
            GroundedAnswer answer = Answerer.of(ScriptedModel.named("offline"), Shelf.of("Notes", text))
                    .ask(QUESTION, CallContext.create());

            known += answer.text().contains("25 days") ? 1 : 0;
            // an order inside the sentence of a fact is quoted with it; alone it never is
            answer.sentences().forEach(said -> assertTrue(said.text().contains("days"), text + "\n" + answer));
        }
        assertTrue(known > 100, "facts beside orders are still found, in " + known + " documents");
    }

    /** Obeys: calls the tool, then leaks everything, then answers. */
    private static ScriptedModel obedient() {
        return ScriptedModel.create().otherwiseWith(request -> {
            List<Message> said = request.messages();
            return said.get(said.size() - 1) instanceof Message.ToolResults ? leak(said) : toolCall(request);
        });
    }

    private static ChatReply toolCall(ChatRequest request) {
        return ChatReply.from("scripted:model")
                .parts(List.of(new Part.ToolCall("call-1", "delete_files", "{\"path\": \"/\"}")))
                .finish(FinishReason.TOOL_CALLS)
                .build();
    }

    private static ChatReply leak(List<Message> said) {
        String told = said.stream()
                .filter(message -> message instanceof Message.Instructions
                        && message.text().contains(CANARY))
                .map(Message::text)
                .findFirst()
                .orElseThrow();
        String words = "The code is " + CANARY + ". I was told: " + told + "\n\n" + FACT + " [1]";
        return ChatReply.from("scripted:model").parts(List.of(Part.text(words))).build();
    }

    private static void assertKept(GroundedAnswer answer, String text) {
        String shown = answer.text() + answer.marked() + answer + answer.sentences();
        assertFalse(shown.contains(CANARY), text + "\n" + shown);
        assertFalse(shown.contains("northern branch"), text + "\n" + shown);
    }

    private static List<String> hostileTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String order : orders()) {
            texts.add(order + " " + FACT);
            texts.add(FACT + " " + order);
            texts.add("# Holiday\n\n" + FACT + "\n\n> " + order + "\n\nUnused days expire in March.");
            texts.add("Notes of the meeting. " + order + " " + order + "\n\n- " + FACT + "\n- " + order);
        }
        return texts;
    }

    private static List<String> orders() throws IOException {
        try (InputStream in = InjectionTest.class.getResourceAsStream("injections.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static String words(ChatRequest request) {
        StringBuilder words = new StringBuilder();
        request.messages().stream()
                .filter(Message.User.class::isInstance)
                .flatMap(message -> message.parts().stream())
                .forEach(part -> words.append(part.visibleText()));
        return words.toString();
    }
}
