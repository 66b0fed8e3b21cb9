package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.Capability;
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
import dev.gator.error.ProviderError;
import dev.gator.json.Describe;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GgufModelTest {

    /** Far less than the endless answer takes, far more than stopping does even on a busy machine. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final String SENTENCE = "Hello from a tiny model that only knows this line.";

    @TempDir
    static Path folder;

    private GgufModel tiny;
    private GgufModel endless;

    record Order(@Describe("dish") String dish, int count, boolean hot, Size size, List<String> extras) {}

    enum Size {
        SMALL,
        LARGE
    }

    record City(String name) {}

    @BeforeAll
    void open() {
        tiny = GgufModel.builder(TinyGguf.saying(SENTENCE).write(folder.resolve("tiny.gguf")))
                .threads(1)
                .build();
        endless = GgufModel.builder(
                        TinyGguf.repeating("on and forth").window(60_000).write(folder.resolve("endless.gguf")))
                .threads(1)
                .window(60_000)
                .build();
    }

    @AfterAll
    void close() {
        tiny.close();
        endless.close();
    }

    private static ChatRequest.Builder greedy(String question) {
        return ChatRequest.builder().user(question).temperature(0);
    }

    @Test
    void answersWithTheRealEngine() {
        ChatReply reply = tiny.chat(greedy("Who are you?").build());
        assertEquals(SENTENCE, reply.text());
        assertEquals(FinishReason.STOP, reply.finish());
        assertEquals(Usage.Origin.REPORTED, reply.usage().origin());
        assertEquals(10, reply.usage().output());
        assertTrue(reply.cost().isPresent(), "a local model is free, not unknown");
    }

    @Test
    void streamsWhatChatReturns() {
        ChatRequest request = greedy("Who are you?").build();
        ChatReply whole = tiny.chat(request);
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = tiny.stream(request)) {
            stream.forEach(events::add);
            assertEquals(whole.usage(), stream.reply().usage());
        }
        assertInstanceOf(ChatEvent.Started.class, events.get(0));
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
        assertTrue(events.size() > 10, "one event for each token: " + events);
        assertEquals(whole.text(), events.stream().map(ChatEvent::text).collect(Collectors.joining()));
    }

    @Test
    void stopsAtTheTokenLimit() {
        ChatReply reply = tiny.chat(greedy("Who?").maxTokens(3).build());
        assertEquals("Hello from a", reply.text());
        assertEquals(FinishReason.LENGTH, reply.finish());
        assertEquals(3, reply.usage().output());
    }

    @Test
    void stopsAtAStopSequenceWithoutShowingAnyOfIt() {
        ChatRequest request = ChatRequest.builder()
                .user("Who?")
                .sampling(Sampling.builder().temperature(0).stop("model that").build())
                .build();
        StringBuilder shown = new StringBuilder();
        try (ChatStream stream = tiny.stream(request)) {
            ChatReply reply = stream.forEachText(shown::append);
            assertEquals("Hello from a tiny ", reply.text());
            assertEquals(FinishReason.STOP, reply.finish());
        }
        assertEquals("Hello from a tiny ", shown.toString());
    }

    @Test
    void sameSeedSameAnswer() {
        ChatRequest request = ChatRequest.builder()
                .user("x")
                .sampling(
                        Sampling.builder().temperature(2).seed(7).maxTokens(20).build())
                .build();
        assertEquals(tiny.chat(request).text(), tiny.chat(request).text());
    }

    @Test
    void holdsTheAnswerToASchema() {
        ChatReply reply = tiny.chat(greedy("Order!")
                .format(ResponseFormat.json(Order.class))
                .maxTokens(400)
                .build());
        assertEquals(List.of(), JsonSchema.of(Order.class).validate(Json.parse(reply.text())), reply.text());
        Order order = reply.as(Order.class);
        assertTrue(List.of(Size.values()).contains(order.size()));
    }

    @Test
    void callsADemandedToolWithArgumentsThatFit() {
        ToolSpec weather = ToolSpec.of("weather", "Tells the weather", JsonSchema.of(City.class));
        ChatReply reply = tiny.chat(greedy("Weather?")
                .tools(weather)
                .toolChoice(ToolChoice.required())
                .maxTokens(200)
                .build());
        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
        Part.ToolCall call = reply.toolCalls().get(0);
        assertEquals("weather", call.name());
        assertEquals(List.of(), weather.parameters().validate(Json.parse(call.arguments())));
    }

    @Test
    void mayAnswerInsteadOfCalling() {
        ToolSpec weather = ToolSpec.of("weather", "Tells the weather", JsonSchema.of(City.class));
        ChatReply reply = tiny.chat(greedy("Hi").tools(weather).build());
        assertEquals(SENTENCE, reply.text());
        assertEquals(List.of(), reply.toolCalls());
    }

    @Test
    void refusesADemandedToolThatIsNotOffered() {
        ChatRequest request =
                greedy("Hi").toolChoice(ToolChoice.tool("missing")).build();
        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(GatorException.class, () -> tiny.chat(request)).code());
    }

    @Test
    void cancellingStopsWithinATwentiethOfASecondOrSo() {
        Cancellation cancellation = Cancellation.create();
        ChatRequest request = greedy("Go")
                .context(CallContext.create().withCancellation(cancellation))
                .build();
        try (ChatStream stream = endless.stream(request)) {
            Iterator<ChatEvent> events = stream.iterator();
            IntStream.range(0, 20).forEach(i -> events.next());
            long began = System.nanoTime();
            cancellation.cancel();
            GatorException error = assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}));
            assertEquals(CallError.CANCELLED, error.code());
            assertEquals(
                    "on and forth",
                    endless.chat(greedy("Go").maxTokens(3).build()).text());
            long millis = (System.nanoTime() - began) / 1_000_000;
            assertTrue(millis < PATIENCE_MILLIS, "the engine was free for the next call only after " + millis + " ms");
        }
    }

    @Test
    void cancellingStopsTheReadingOfALongPrompt() {
        String longPrompt = "word ".repeat(8_000);
        Cancellation cancellation = Cancellation.create();
        ChatRequest request = greedy(longPrompt)
                .context(CallContext.create().withCancellation(cancellation))
                .build();
        try (ChatStream stream = endless.stream(request)) {
            Iterator<ChatEvent> events = stream.iterator();
            assertInstanceOf(ChatEvent.Started.class, events.next());
            long began = System.nanoTime();
            cancellation.cancel();
            assertThrows(GatorException.class, events::next);
            endless.chat(greedy("Go").maxTokens(1).build());
            long millis = (System.nanoTime() - began) / 1_000_000;
            assertTrue(millis < PATIENCE_MILLIS, "the engine was free for the next call only after " + millis + " ms");
        }
    }

    @Test
    void closingTheStreamFromAnotherThreadWakesTheReader() throws InterruptedException {
        try (ChatStream stream = endless.stream(greedy("Go").build())) {
            Iterator<ChatEvent> events = stream.iterator();
            events.next();
            Thread closer = new Thread(stream::close);
            closer.start();
            GatorException error = assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}));
            assertEquals(CallError.CANCELLED, error.code());
            closer.join();
        }
    }

    @Test
    void theDeadlineEndsAnAnswer() {
        ChatRequest request = greedy("Go")
                .context(CallContext.create().withTimeout(Duration.ofMillis(150)))
                .build();
        assertEquals(
                CallError.DEADLINE,
                assertThrows(GatorException.class, () -> endless.chat(request)).code());
    }

    @Test
    void refusesMoreCallsThanMayWait() {
        GgufModel narrow = GgufModel.builder(folder.resolve("endless.gguf"))
                .window(60_000)
                .threads(1)
                .queue(0)
                .build();
        try (narrow;
                ChatStream first = narrow.stream(greedy("Go").build())) {
            first.iterator().next();
            GatorException error = assertThrows(
                    GatorException.class, () -> narrow.chat(greedy("Go").build()));
            assertEquals(LocalError.BUSY, error.code());
            assertTrue(error.retryable());
        }
    }

    @Test
    void twoModelsAnswerSideBySide() {
        try (ChatStream running = endless.stream(greedy("Go").build())) {
            running.iterator().next();
            assertEquals(SENTENCE, tiny.chat(greedy("Hi").build()).text());
        }
    }

    @Test
    void unloadedModelLoadsAgain() {
        tiny.unload();
        assertEquals(SENTENCE, tiny.chat(greedy("Hi").build()).text());
    }

    @Test
    void closedModelStopsItsAnswerAndRefusesMore() {
        GgufModel model = GgufModel.builder(folder.resolve("endless.gguf"))
                .window(60_000)
                .threads(1)
                .build();
        try (ChatStream stream = model.stream(greedy("Go").build())) {
            Iterator<ChatEvent> events = stream.iterator();
            events.next();
            model.close();
            assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}));
        }
        assertEquals(
                CallError.CLOSED,
                assertThrows(GatorException.class, () -> model.chat("Hi")).code());
    }

    @Test
    void refusesAPromptLongerThanTheWindow() {
        try (GgufModel small = GgufModel.builder(folder.resolve("tiny.gguf"))
                .window(64)
                .threads(1)
                .build()) {
            assertEquals(
                    ProviderError.CONTEXT_TOO_LONG,
                    assertThrows(GatorException.class, () -> small.chat("word ".repeat(100)))
                            .code());
        }
    }

    @Test
    void answersEndAtTheWindow() {
        GgufModel small = GgufModel.builder(folder.resolve("endless.gguf"))
                .window(256)
                .threads(1)
                .build();
        try (small) {
            ChatReply reply = small.chat(greedy("Go").build());
            assertEquals(FinishReason.LENGTH, reply.finish());
            assertEquals(256, reply.usage().total());
        }
    }

    @Test
    void conversationsKeepEmojiAndContinue() {
        ChatRequest request = ChatRequest.builder()
                .system("Be brief \uD83D\uDE80")
                .message(Message.user("h\u00e9 \uD83D\uDE00"))
                .message(Message.assistant("yes"))
                .message(Message.user("and?"))
                .temperature(0)
                .build();
        ChatReply reply = tiny.chat(request);
        assertEquals(SENTENCE, reply.text());
        assertTrue(reply.usage().input() > 50, reply.usage().toString());
    }

    @Test
    void theCardKnowsTheWindowAndTheCapabilities() {
        assertEquals(4096, tiny.card().contextWindow().orElseThrow());
        assertTrue(tiny.card().can(Capability.JSON_SCHEMA));
        assertFalse(tiny.card().can(Capability.IMAGE_INPUT));
        assertTrue(tiny.card().id().startsWith("local:"));
    }

    @Test
    void aMissingFileIsAnErrorAtTheFirstCallNotBefore() {
        GgufModel missing = GgufModel.open(folder.resolve("nothing.gguf"));
        assertTrue(missing.card().contextWindow().isEmpty());
        assertEquals(
                LocalError.NO_FILE,
                assertThrows(GatorException.class, () -> missing.chat("Hi")).code());
    }

    @Test
    void freesNativeMemoryWhenClosed() {
        long before = ResidentMemory.kilobytes();
        for (int i = 0; i < 25; i++) {
            try (GgufModel model = GgufModel.builder(folder.resolve("endless.gguf"))
                    .threads(1)
                    .window(60_000)
                    .build()) {
                model.chat(greedy("Go").maxTokens(2).build());
            }
        }
        // each holds 77 MB for its window alone; the C library may keep some freed memory for each of its arenas
        long grown = ResidentMemory.kilobytes() - before;
        assertTrue(grown < 900_000, "25 closed models left " + grown + " kB behind");
    }
}
