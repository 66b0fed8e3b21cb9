package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Deadline;
import dev.gator.call.TimeSource;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Talking with a model on this machine. */
interface LocalChatTests {

    ChatModel model();

    boolean deterministic();

    ChatRequest question();

    @Test
    default void answersInWords() {
        ChatReply reply = model().chat(question());
        assertFalse(reply.text().isBlank(), "the answer");
        assertFalse(reply.model().isBlank(), "a reply names the model that answered");
    }

    @Test
    default void answersTheSameStreamedAndWhole() {
        Assumptions.assumeTrue(deterministic(), "the model does not answer alike each time");
        ChatReply whole = model().chat(question());
        ChatReply streamed = Way.STREAM.ask(model(), question());
        assertEquals(whole.message(), streamed.message());
        assertEquals(whole.usage(), streamed.usage());
        assertEquals(whole.finish(), streamed.finish());
        assertEquals(whole.warnings(), streamed.warnings());
    }

    @Test
    default void answersDifferentQuestionsDifferently() {
        ChatRequest other = ChatRequest.builder()
                .user("How do I bake bread with rye flour?")
                .maxTokens(48)
                .build();
        assertFalse(model().chat(other).text().equals(model().chat(question()).text()), "one answer to two questions");
    }

    @Test
    default void tellsItsPartsInOrder() {
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = model().stream(question())) {
            stream.forEach(events::add);
        }
        assertInstanceOf(ChatEvent.Started.class, events.get(0));
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
        assertTrue(events.stream().filter(ChatEvent.TextDelta.class::isInstance).count() > 1, "more than one delta");
        EventOrder.check(events);
    }

    @Test
    default void countsTokensAndPricesThem() {
        ChatReply reply = model().chat(question());
        assertTrue(reply.usage().isKnown(), () -> reply.usage().toString());
        assertTrue(reply.usage().input() > 0 && reply.usage().output() > 0, () -> reply.usage()
                .toString());
        assertEquals(model().card().cost(reply.usage()), reply.cost());
    }

    @Test
    default void keepsTheLimitOfTheAnswer() {
        ChatRequest brief = question().toBuilder().maxTokens(3).build();
        Usage usage = model().chat(brief).usage();
        assertTrue(usage.output() <= 4, () -> usage.output() + " tokens where 3 were allowed");
    }

    @Test
    default void takesAWholeConversationInAnyScript() {
        ChatRequest request = question().toBuilder()
                .message(Message.assistant("It is old."))
                .user(Samples.HARD_TEXT)
                .build();
        assertFalse(model().chat(request).text().isBlank());
    }

    @Test
    default void answersWithFittingJsonIfItClaimsTo() {
        ChatRequest request = question().toBuilder()
                .maxTokens(400)
                .format(ResponseFormat.json(Samples.Plan.class))
                .build();
        if (model().card().can(Capability.JSON_SCHEMA)) {
            Samples.Plan plan = model().chat(request).as(Samples.Plan.class);
            assertEquals(plan, new Samples.Plan(plan.title(), plan.days()));
        } else {
            refusedOrWarned(request);
        }
    }

    @Test
    default void refusesToolsUnlessItClaimsThem() {
        ChatRequest request = question().toBuilder().tools(Samples.WEATHER).build();
        if (model().card().can(Capability.TOOLS)) {
            assertFalse(model().chat(request).message().parts().isEmpty());
        } else {
            refused(request);
        }
    }

    @Test
    default void callsTheToolItMustIfItClaimsTo() {
        ChatRequest request = question().toBuilder()
                .maxTokens(400)
                .tools(Samples.WEATHER)
                .toolChoice(ToolChoice.required())
                .build();
        if (model().card().can(Capability.TOOL_CHOICE)) {
            ChatReply reply = model().chat(request);
            assertEquals(FinishReason.TOOL_CALLS, reply.finish());
            Part.ToolCall call = reply.toolCalls().get(0);
            assertEquals(Samples.WEATHER.name(), call.name());
            assertEquals(List.of(), Samples.WEATHER.parameters().validate(Json.parse(call.arguments())));
        } else {
            refusedOrWarned(request);
        }
    }

    @Test
    default void refusesFilesUnlessItClaimsThem() {
        refusedUnless(Capability.IMAGE_INPUT, Samples.picture());
        refusedUnless(Capability.DOCUMENT_INPUT, Samples.document());
        refusedUnless(Capability.AUDIO_INPUT, Samples.sound());
    }

    @Test
    default void stopsAtStopSequencesIfItClaimsTo() {
        Assumptions.assumeTrue(deterministic(), "the model does not answer alike each time");
        ChatReply all = model().chat(question());
        String[] words = all.text().strip().split("\\s+", -1);
        Assumptions.assumeTrue(words.length > 3, "the answer is too short to be cut");
        ChatRequest request = question().toBuilder()
                .sampling(question().sampling().toBuilder().stop(words[2]).build())
                .build();
        if (model().card().can(Capability.STOP_SEQUENCES)) {
            assertFalse(model().chat(request).text().contains(words[2]), () -> "the answer goes on beyond " + words[2]);
        } else {
            refusedOrWarned(request);
        }
    }

    @Test
    default void startsNothingWhenCancelledOrLate() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        failsBoth(CallContext.create().withCancellation(cancellation), CallError.CANCELLED);
        Deadline passed = Deadline.after(Duration.ofNanos(1), TimeSource.system());
        while (!passed.isPast()) {
            Thread.onSpinWait();
        }
        failsBoth(CallContext.create().withDeadline(passed), CallError.DEADLINE);
    }

    @Test
    default void stopsWhenCancelledBetweenWords() {
        Cancellation cancellation = Cancellation.create();
        ChatRequest request = question().withContext(CallContext.create().withCancellation(cancellation));
        try (ChatStream stream = model().stream(request)) {
            Iterator<ChatEvent> events = stream.iterator();
            while (events.next().text().isEmpty()) {
                assertTrue(events.hasNext(), "an answer has words");
            }
            cancellation.cancel();
            GatorException e = assertThrows(GatorException.class, stream::reply);
            assertEquals(CallError.CANCELLED, e.code());
        }
    }

    @Test
    default void worksOnAfterAbandonedStreams() {
        for (int i = 0; i < 3; i++) {
            try (ChatStream stream = model().stream(question())) {
                assertTrue(stream.iterator().hasNext());
            }
        }
        assertFalse(model().chat(question()).text().isBlank());
    }

    @Test
    default void tellsNoMoreOnceClosed() {
        try (ChatStream stream = model().stream(question())) {
            Iterator<ChatEvent> events = stream.iterator();
            events.next();
            stream.close();
            GatorException e = assertThrows(GatorException.class, () -> events.forEachRemaining(event -> {}));
            assertEquals(CallError.CANCELLED, e.code());
        }
    }

    @Test
    default void refusesASecondReader() {
        try (ChatStream stream = model().stream(question())) {
            assertTrue(stream.iterator().hasNext());
            GatorException e = assertThrows(GatorException.class, stream::iterator);
            assertEquals(CallError.STREAM_USED, e.code());
        }
    }

    @Test
    default void publishesNoMoreThanWasAskedFor() {
        try (ChatStream stream = model().stream(question())) {
            SlowReader reader = new SlowReader();
            stream.publisher(CallContext.create()).subscribe(reader);
            reader.request(2);
            assertTrue(reader.await(2), "the events that were asked for");
            assertEquals(2, reader.events().size(), "events beyond what was asked for");
            reader.request(Long.MAX_VALUE);
            assertTrue(reader.awaitEnd(), "the end of the events");
        }
    }

    @Test
    default void answersSeveralCallersAtOnce() {
        List<CompletableFuture<String>> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> model().chat(question()).text()))
                .toList();
        List<String> texts = answers.stream().map(CompletableFuture::join).toList();
        texts.forEach(text -> assertFalse(text.isBlank()));
        assertEquals(
                deterministic() ? 1 : texts.size(),
                deterministic() ? texts.stream().distinct().count() : texts.size(),
                "different answers to one question: " + texts);
    }

    @Test
    default void hasACardWithAnId() {
        ModelCard card = model().card();
        assertFalse(card.id().isBlank());
        assertEquals(card.toString(), model().card().toString());
    }

    private void refusedUnless(Capability capability, Attachment file) {
        if (!model().card().can(capability)) {
            refused(Samples.withFile(file));
        }
    }

    private void refused(ChatRequest request) {
        for (Way way : Way.values()) {
            GatorException e = assertThrows(GatorException.class, () -> way.ask(model(), request));
            assertEquals(CallError.UNSUPPORTED, e.code(), () -> "what the card lacks must be refused, not: " + e);
        }
    }

    private void refusedOrWarned(ChatRequest request) {
        for (Way way : Way.values()) {
            try {
                ChatReply reply = way.ask(model(), request);
                assertFalse(reply.warnings().isEmpty(), "what the card lacks needs a warning, " + way);
            } catch (GatorException e) {
                assertEquals(CallError.UNSUPPORTED, e.code(), e::toString);
            }
        }
    }

    private void failsBoth(CallContext context, ErrorCode code) {
        for (Way way : Way.values()) {
            GatorException e = assertThrows(
                    GatorException.class, () -> way.ask(model(), question().withContext(context)));
            assertEquals(code, e.code(), e::toString);
        }
    }
}
