package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A stream as a publisher: as fast as it is asked, and cancelled down to the socket. */
interface PublisherTests {

    @Test
    default void publishesNoMoreThanWasAskedFor(ChatBench bench) {
        bench.answers(Scripted.text("one ", "two ", "three"));
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            SlowReader reader = new SlowReader();
            stream.publisher(CallContext.create()).subscribe(reader);
            reader.request(1);
            assertTrue(reader.await(1), "the first event that was asked for");
            assertInstanceOf(ChatEvent.Started.class, reader.events().get(0));
            reader.request(2);
            assertTrue(reader.await(3), "two more events that were asked for");
            assertEquals(3, reader.events().size(), "events beyond what was asked for");
            reader.request(Long.MAX_VALUE);
            assertTrue(reader.awaitEnd(), "the end of the events");
            assertEquals("one two three", reader.text());
        }
    }

    @Test
    default void closesTheSocketWhenTheSubscriberCancels(ChatBench bench) {
        CountDownLatch gate = new CountDownLatch(1);
        Scripted answer = Scripted.text("early ", "words");
        bench.answers(
                bench.dialect().whole(answer), bench.dialect().stream(answer).heldBeforeEnd(gate));
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            SlowReader reader = new SlowReader();
            stream.publisher(CallContext.create()).subscribe(reader);
            reader.request(2);
            assertTrue(reader.await(2), "the events that were asked for");
            reader.cancel();
            assertTrue(bench.server().awaitClientClose(StoppingTests.AT_ONCE), "the socket closed at once");
        } finally {
            gate.countDown();
        }
    }
}
