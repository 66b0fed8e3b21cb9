package dev.gator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import dev.gator.json.Range;
import dev.gator.json.Size;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfflineWriterTest {

    private static final OfflineWriter WRITER = OfflineWriter.create();
    private static final ToolSpec WEATHER =
            ToolSpec.of("weather", "Tells the weather in a city", JsonSchema.of(City.class));
    private static final ToolSpec ADD = ToolSpec.of("add", "Adds two numbers", JsonSchema.of(Sum.class));

    record City(String city) {}

    record Sum(int a, int b) {}

    record Brief(
            String title, @Size(min = 2, max = 4) List<String> points, @Range(min = 0, max = 1) double confidence) {}

    private static String ask(String question) {
        return WRITER.chat(question);
    }

    @Test
    void saysWhatItIsWhenAsked() {
        for (String question : List.of("Who are you?", "What is your name?", "Are you an AI?")) {
            assertTrue(ask(question).contains("no AI model is configured"), ask(question));
        }
        assertFalse(ask("How do bridges carry their load?").contains("no AI model"));
    }

    @Test
    void speaksAsThePersona() {
        ChatRequest request = ChatRequest.builder()
                .system("You are Ada Lovelace, a curious mathematician.")
                .user("Who are you?")
                .build();
        assertTrue(WRITER.chat(request).text().startsWith("I am Ada Lovelace."));
        ChatRequest greeting = request.toBuilder().user("Hello!").build();
        assertTrue(WRITER.chat(greeting).text().contains("Ada Lovelace here"));
    }

    @Test
    void differentQuestionsDifferentAnswersSameQuestionSameAnswer() {
        Set<String> answers = new HashSet<>();
        List<String> questions = List.of(
                "How do bridges carry load?",
                "Why is the sea salty?",
                "What is a monad?",
                "Should we shard the index?",
                "Plan a birthday party for twelve children");
        questions.forEach(question -> answers.add(ask(question)));
        assertEquals(questions.size(), answers.size(), answers.toString());
        questions.forEach(question -> assertEquals(ask(question), ask(question)));
        assertTrue(ask("Should we shard the index?").contains("shard"));
    }

    @Test
    void theSeedChangesTheWordsAndRepeatsThem() {
        Set<String> answers = new HashSet<>();
        for (int seed = 0; seed < 8; seed++) {
            ChatRequest request = ChatRequest.builder()
                    .user("Tell me something regarding rivers")
                    .sampling(Sampling.builder().seed(seed).build())
                    .build();
            answers.add(WRITER.chat(request).text());
            assertEquals(WRITER.chat(request).text(), WRITER.chat(request).text());
        }
        assertTrue(answers.size() > 1);
    }

    @Test
    void answersFromEvidenceAndFromNothingElse() {
        ChatRequest request = ChatRequest.builder()
                .message(new Message.User(
                        List.of(
                                Part.untrusted(
                                        "The Elbe tunnel opened in 1911. Ships pass above it. Cheese is made of milk."),
                                Part.text("When did the Elbe tunnel open?")),
                        false))
                .build();
        String answer = WRITER.chat(request).text();
        assertTrue(answer.contains("1911"), answer);
        assertFalse(answer.contains("Cheese"), answer);
        ChatRequest other = ChatRequest.builder()
                .message(new Message.User(
                        List.of(
                                Part.untrusted("The Elbe tunnel opened in 1911."),
                                Part.text("Who won the chess match?")),
                        false))
                .build();
        assertTrue(WRITER.chat(other).text().contains("does not speak about"));
    }

    @Test
    void readsMaterialUnderAHeading() {
        String answer = ask("Evidence:\n[S1] Solar panels lose output in heat.\n[S2] Wind turbines need space.\n\n"
                + "What happens to solar panels?");
        assertTrue(answer.contains("lose output in heat"), answer);
        assertFalse(answer.contains("turbines"), answer);
    }

    @Test
    void remembersWhatTheUserSaid() {
        ChatRequest request = ChatRequest.builder()
                .user("My dog is called Rex.")
                .message(Message.assistant("Nice."))
                .user("What is my dog called?")
                .build();
        assertTrue(WRITER.chat(request).text().contains("Rex"));
    }

    @Test
    void callsTheToolThatTheWordsName() {
        ChatRequest request = ChatRequest.builder()
                .user("What is the weather in Basel?")
                .tools(WEATHER, ADD)
                .build();
        ChatReply reply = WRITER.chat(request);
        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
        assertEquals(
                List.of("weather"),
                reply.toolCalls().stream().map(Part.ToolCall::name).toList());
        assertEquals("{\"city\":\"Basel\"}", reply.toolCalls().get(0).arguments());
    }

    @Test
    void findsNumbersForParameters() {
        ChatReply reply = WRITER.chat(ChatRequest.builder()
                .user("Please add 17 and 25")
                .tools(WEATHER, ADD)
                .build());
        assertEquals("{\"a\":17,\"b\":25}", reply.toolCalls().get(0).arguments());
    }

    @Test
    void leavesToolsAloneThatDoNotFit() {
        ChatRequest request = ChatRequest.builder()
                .user("Tell me a story")
                .tools(WEATHER, ADD)
                .build();
        assertEquals(List.of(), WRITER.chat(request).toolCalls());
    }

    @Test
    void obeysTheToolChoice() {
        ChatRequest.Builder request =
                ChatRequest.builder().user("Weather in Basel?").tools(WEATHER, ADD);
        assertEquals(
                List.of(),
                WRITER.chat(request.toolChoice(ToolChoice.none()).build()).toolCalls());
        assertEquals(
                "add",
                WRITER.chat(request.toolChoice(ToolChoice.tool("add")).build())
                        .toolCalls()
                        .get(0)
                        .name());
        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(
                                GatorException.class,
                                () -> WRITER.chat(request.toolChoice(ToolChoice.tool("no"))
                                        .build()))
                        .code());
    }

    @Test
    void phrasesWhatAToolAnswered() {
        ChatRequest request = ChatRequest.builder()
                .user("What is the weather in Basel?")
                .message(new Message.Assistant(
                        List.of(new Part.ToolCall("1", "weather", "{\"city\":\"Basel\"}")), false))
                .message(Message.toolResults(
                        List.of(new Part.ToolResult("1", "weather", "{\"degrees\":21,\"sky\":\"clear\"}", false))))
                .tools(WEATHER)
                .build();
        ChatReply reply = WRITER.chat(request);
        assertEquals(List.of(), reply.toolCalls());
        assertTrue(reply.text().contains("21") && reply.text().contains("clear"), reply.text());
    }

    @Test
    void fillsARecord() {
        ChatRequest request = ChatRequest.builder()
                .user("Write a brief about night trains")
                .format(ResponseFormat.json(Brief.class))
                .build();
        Brief brief = WRITER.chat(request).as(Brief.class);
        assertTrue(brief.title().toLowerCase(java.util.Locale.ROOT).contains("night trains"), brief.toString());
        assertTrue(brief.points().size() >= 2 && brief.points().size() <= 4, brief.toString());
        assertEquals(brief.points().size(), new HashSet<>(brief.points()).size(), "points differ: " + brief);
    }

    @Test
    void anyJsonIsJson() {
        ChatRequest request = ChatRequest.builder()
                .user("Hello there")
                .format(ResponseFormat.json())
                .build();
        assertTrue(Json.parse(WRITER.chat(request).text()).asObject().has("answer"));
    }

    @Test
    void streamsWordByWordWhatChatReturns() {
        ChatRequest request =
                ChatRequest.builder().user("How do bridges carry load?").build();
        ChatReply whole = WRITER.chat(request);
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = WRITER.stream(request)) {
            stream.forEach(events::add);
            assertEquals(whole.usage(), stream.reply().usage());
            assertEquals(whole.text(), stream.reply().text());
        }
        assertTrue(events.size() > 8, events.toString());
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
        assertEquals(whole.text(), events.stream().map(ChatEvent::text).collect(Collectors.joining()));
    }

    @Test
    void honoursLimitsAndStops() {
        ChatReply whole = WRITER.chat(ChatRequest.of("How do bridges carry load?"));
        ChatReply cut = WRITER.chat(ChatRequest.builder()
                .user("How do bridges carry load?")
                .maxTokens(5)
                .build());
        assertEquals(FinishReason.LENGTH, cut.finish());
        assertTrue(cut.usage().output() <= 5, cut.usage().toString());
        assertNotEquals(whole.text(), cut.text());
        String word = whole.text().split(" ")[3];
        ChatReply stopped = WRITER.chat(ChatRequest.builder()
                .user("How do bridges carry load?")
                .sampling(Sampling.builder().stop(word).build())
                .build());
        assertEquals(FinishReason.STOP, stopped.finish());
        assertEquals(whole.text().substring(0, whole.text().indexOf(word)), stopped.text());
    }

    @Test
    void warnsOfSettingsItIgnores() {
        ChatReply reply =
                WRITER.chat(ChatRequest.builder().user("Hi").temperature(0.3).build());
        assertEquals("temperature", reply.warnings().get(0).setting());
    }

    @Test
    void isFreeNotOfUnknownPrice() {
        ChatReply reply = WRITER.chat(ChatRequest.of("Hi"));
        assertEquals(0, reply.cost().orElseThrow().amount().signum());
        assertTrue(reply.usage().input() > 0);
    }

    @Test
    void stopsWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        ChatRequest request = ChatRequest.builder()
                .user("How do bridges carry load?")
                .context(CallContext.create().withCancellation(cancellation))
                .build();
        try (ChatStream stream = WRITER.stream(request)) {
            Iterator<ChatEvent> events = stream.iterator();
            events.next();
            cancellation.cancel();
            assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}));
        }
        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> WRITER.chat(request)).code());
    }
}
