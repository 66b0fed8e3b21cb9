package dev.gator.inprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import dev.gator.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a chat model that speaks to no service must do: the wire contract without the wire. */
public interface InProcessChatContract {

    /** A question that the model answers with several words. */
    String QUESTION = "How do bridges carry their load?";

    ChatModel model();

    /** Arguments of the tool that is demanded. */
    record Place(String city, int days) {}

    private static ChatRequest.Builder request() {
        return ChatRequest.builder()
                .user(QUESTION)
                .sampling(Sampling.builder().seed(1).maxTokens(300).build());
    }

    @Test
    default void streamAndChatGiveTheSameReply() {
        ChatReply whole = model().chat(request().build());
        try (ChatStream stream = model().stream(request().build())) {
            ChatReply streamed = stream.reply();
            assertEquals(whole.text(), streamed.text());
            assertEquals(whole.usage(), streamed.usage());
            assertEquals(whole.finish(), streamed.finish());
            assertEquals(whole.cost(), streamed.cost());
            assertEquals(whole.warnings(), streamed.warnings());
        }
    }

    @Test
    default void eventsComeInOrder() {
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = model().stream(request().build())) {
            stream.forEach(events::add);
        }
        assertInstanceOf(ChatEvent.Started.class, events.get(0));
        assertInstanceOf(ChatEvent.PartStarted.class, events.get(1));
        assertInstanceOf(ChatEvent.PartEnded.class, events.get(events.size() - 2));
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
    }

    @Test
    default void isFreeAndCounts() {
        ChatReply reply = model().chat(request().build());
        assertTrue(
                reply.usage().input() > 0 && reply.usage().output() > 0,
                reply.usage().toString());
        assertEquals(0, reply.cost().orElseThrow().amount().signum());
    }

    @Test
    default void aCallCancelledBeforeItBeginsIsNotMade() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        ChatRequest request = request()
                .context(CallContext.create().withCancellation(cancellation))
                .build();
        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> model().chat(request)).code());
        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> model().stream(request).reply())
                        .code());
    }

    @Test
    default void aCallAfterItsDeadlineIsNotMade() {
        CallContext late = CallContext.create().withTimeout(Duration.ofNanos(1));
        ChatRequest request = request().context(late).build();
        assertEquals(
                CallError.DEADLINE,
                assertThrows(GatorException.class, () -> model().chat(request)).code());
    }

    @Test
    default void aClosedStreamTellsNoMore() {
        ChatStream stream = model().stream(request().build());
        var events = stream.iterator();
        events.next();
        stream.close();
        stream.close();
        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}))
                        .code());
    }

    @Test
    default void everyClaimOfTheCardHolds() {
        assertTrue(model().card().can(Capability.JSON_SCHEMA) && model().card().can(Capability.TOOL_CHOICE));
        JsonSchema schema = JsonSchema.of(Place.class);
        ChatReply reply =
                model().chat(request().format(ResponseFormat.json(schema)).build());
        assertEquals(List.of(), schema.validate(Json.parse(reply.text())), reply.text());
        ChatReply called = model().chat(request()
                .tools(ToolSpec.of("forecast", "Looks into the sky", schema))
                .toolChoice(ToolChoice.required())
                .build());
        assertEquals(FinishReason.TOOL_CALLS, called.finish());
        assertEquals(
                List.of(), schema.validate(Json.parse(called.toolCalls().get(0).arguments())));
        assertTrue(model().chat(request().format(ResponseFormat.json()).build())
                .text()
                .startsWith("{"));
    }

    @Test
    default void whatTheCardLeavesOutIsRefused() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
        ChatRequest request = ChatRequest.builder()
                .message(Message.user("What is in the picture?", Attachment.of(png)))
                .build();
        assertEquals(
                CallError.UNSUPPORTED,
                assertThrows(GatorException.class, () -> model().chat(request)).code());
    }

    @Test
    default void readsTheWholeConversation() {
        ChatRequest request = ChatRequest.builder()
                .system("You are Ada.")
                .user("Weather in Basel?")
                .message(new Message.Assistant(
                        List.of(new Part.ToolCall("c1", "forecast", "{\"city\":\"Basel\"}")), false))
                .message(Message.toolResults(List.of(new Part.ToolResult("c1", "forecast", "sunny", false))))
                .message(Message.assistant("It is sunny."))
                .user("And tomorrow?")
                .maxTokens(50)
                .build();
        assertTrue(!model().chat(request).text().isEmpty());
    }

    @Test
    default void answersManyCallersAtOnce() throws InterruptedException {
        List<String> answers = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Thread caller = new Thread(() -> {
                try {
                    answers.add(model().chat(request().build()).text());
                } finally {
                    done.countDown();
                }
            });
            caller.start();
        }
        assertTrue(done.await(30, TimeUnit.SECONDS));
        assertEquals(8, answers.size());
        assertEquals(1, answers.stream().distinct().count(), answers.toString());
    }

    @Test
    default void theReplyNamesTheModel() {
        assertEquals(model().card().id(), model().chat(request().build()).model());
    }
}
