package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Part;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The events of a streamed answer: their order, their numbers, and the one reader they have. */
interface StreamingTests {

    @Test
    default void beginsWithStartedAndEndsWithFinished(ChatBench bench) {
        List<ChatEvent> events = read(bench, Scripted.text("one ", "two ", "three"));
        assertInstanceOf(ChatEvent.Started.class, events.get(0));
        assertInstanceOf(ChatEvent.Finished.class, events.get(events.size() - 1));
        assertEquals(1, count(events, ChatEvent.Started.class));
        assertEquals(1, count(events, ChatEvent.Finished.class));
        assertEquals("one two three", text(events));
    }

    @Test
    default void tellsEachPartFromStartToEndUnderOneNumber(ChatBench bench) {
        EventOrder.check(read(bench, Scripted.text("Let me ", "see.")));
    }

    @Test
    default void endsAPartWithAllOfIt(ChatBench bench) {
        List<ChatEvent> events = read(bench, Scripted.text("one ", "two ", "three"));
        List<Part> ended = events.stream()
                .filter(ChatEvent.PartEnded.class::isInstance)
                .map(event -> ((ChatEvent.PartEnded) event).value())
                .toList();
        assertEquals(List.of(Part.text("one two three")), ended);
        assertEquals(
                List.of("one ", "two ", "three"),
                events.stream()
                        .map(ChatEvent::text)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                "each chunk is told when it comes");
    }

    @Test
    default void tellsWordsBeforeTheAnswerIsComplete(ChatBench bench) {
        Scripted answer = Scripted.text("early ", "words");
        CountDownLatch gate = new CountDownLatch(1);
        bench.answers(
                bench.dialect().whole(answer), bench.dialect().stream(answer).heldBeforeEnd(gate));
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            Iterator<ChatEvent> events = stream.iterator();
            String first = "";
            while (first.isEmpty()) {
                first = events.next().text();
            }
            assertEquals("early ", first);
            gate.countDown();
            assertEquals("early words", stream.reply().text());
        } finally {
            gate.countDown();
        }
    }

    @Test
    default void givesTheWholeReplyAfterPartialReading(ChatBench bench) {
        bench.answers(Scripted.text("one ", "two ", "three"));
        ChatReply whole = bench.model().chat(Samples.question());
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            stream.iterator().next();
            ChatReply reply = stream.reply();
            bench.assertSame(whole, reply);
            bench.assertSame(reply, stream.reply());
        }
    }

    @Test
    default void givesTheReplyAlsoAfterClosingACompleteStream(ChatBench bench) {
        bench.answers(Scripted.text("all ", "there"));
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            stream.forEach(event -> assertFalse(event.toString().isEmpty()));
            stream.close();
            stream.close();
            assertEquals("all there", stream.reply().text());
        }
    }

    @Test
    default void refusesASecondReader(ChatBench bench) {
        bench.answers(Scripted.text("once"));
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            assertTrue(stream.iterator().hasNext());
            GatorException e = assertThrows(GatorException.class, stream::iterator);
            assertEquals(CallError.STREAM_USED, e.code());
        }
    }

    @Test
    default void failsAsCancelledWhenReadAfterClosing(ChatBench bench) {
        bench.answers(Scripted.text("never ", "read"));
        ChatStream stream = bench.model().stream(Samples.question());
        stream.close();
        GatorException e = assertThrows(GatorException.class, stream::reply);
        assertEquals(CallError.CANCELLED, e.code());
    }

    @Test
    default void readsEverySpellingOfTheSameEvents(ChatBench bench) {
        Assumptions.assumeFalse(
                bench.dialect().stream(Scripted.empty()).isLines(),
                "the service streams lines, which have one spelling");
        List<UnaryOperator<SseScript>> spellings =
                List.of(SseScript::crlf, SseScript::cr, SseScript::noSpace, SseScript::bom);
        for (UnaryOperator<SseScript> spelling : spellings) {
            assertReads(bench, bench.dialect().stream(hard()).spelled(spelling));
        }
        assertReads(bench, bench.dialect().stream(hard()).withComments());
    }

    @Test
    default void readsEventsCutAtAnyByte(ChatBench bench) {
        WireReply reply = bench.dialect().stream(hard()).reply();
        assertReads(bench, reply.inPieces(1));
        assertReads(bench, reply.inPieces(2, 3, 5, 7));
        assertReads(bench, reply.untilClose());
    }

    @Test
    default void keepsWarningsAndIdInTheFirstEvent(ChatBench bench) {
        List<ChatEvent> events = read(bench, Scripted.text("fine"));
        ChatEvent.Started started = (ChatEvent.Started) events.get(0);
        ChatReply reply = bench.model().chat(Samples.question());
        assertEquals(reply.id(), started.replyId());
        assertEquals(reply.model(), started.model());
        assertEquals(reply.warnings(), started.warnings());
    }

    private static Scripted hard() {
        return Scripted.text(Samples.HARD_TEXT, " ", Samples.HARD_TEXT);
    }

    private static void assertReads(ChatBench bench, WireReply streamed) {
        bench.answers(bench.dialect().whole(hard()), streamed);
        assertEquals(
                hard().words(),
                Way.STREAM.ask(bench.model(), Samples.question()).text());
    }

    private static List<ChatEvent> read(ChatBench bench, Scripted answer) {
        bench.answers(answer);
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            stream.forEach(events::add);
        }
        return events;
    }

    private static long count(List<ChatEvent> events, Class<? extends ChatEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static String text(List<ChatEvent> events) {
        return String.join("", events.stream().map(ChatEvent::text).toList());
    }
}
