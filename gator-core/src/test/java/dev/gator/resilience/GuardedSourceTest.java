package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.Gate;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GuardedSourceTest {

    private final List<String> endings = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedModel model = ScriptedModel.create();
    private final ChatRequest request = ChatRequest.of("hi");

    @Test
    void aSourceThatWasClosedFirstEntersNoGuard() {
        model.reply("never");
        Told guard = new Told(model);
        GuardedSource source = new GuardedSource(guard, request);
        source.close();

        assertThrows(GatorException.class, source::next);
        assertEquals(0, guard.entered, "a place taken now would never be given back");
    }

    @Test
    void everyTryEndsExactlyOnce() {
        model.reply("two words")
                .failAfter(1, "two words", ProviderError.CONNECTION_LOST)
                .reply("two words");
        Guard<ChatModel> guard = new Told(model);
        read(new GuardedSource(guard, request));
        assertThrows(GatorException.class, () -> read(new GuardedSource(guard, request)));
        GuardedSource half = new GuardedSource(guard, request);
        half.next();
        half.close();
        half.close();

        assertEquals(List.of("ANSWERED", "FAILED", "ABANDONED"), endings);
    }

    @Test
    void closingWakesTheReaderWhoThenEndsTheTry() {
        Gate gate = Gate.closed();
        model.behind(gate).reply("never");
        GuardedSource source = new GuardedSource(new Told(model), request);
        CompletableFuture<ChatEvent> reading = supplyAsync(source::next);
        gate.awaitArrivals(1);
        source.close();

        assertThrows(CompletionException.class, reading::join);
        assertEquals(List.of("FAILED"), endings);
    }

    @Test
    void progressPassesWhileAnnouncementsAreHeldBack() {
        ChatModel telling = new Telling(
                List.of(new ChatEvent.Started("1", "m", List.of()), new ChatEvent.Progress("round 1", "of 2")));
        GuardedSource source = new GuardedSource(new Told(telling), request);

        assertInstanceOf(ChatEvent.Progress.class, source.next());
        assertThrows(GatorException.class, source::next);
        assertTrue(endings.contains("FAILED"));
    }

    private static void read(GuardedSource source) {
        try (ChatStream stream = ChatStream.over(source, ChatRequest.of("hi").context())) {
            stream.reply();
        }
    }

    /** Lets everything through and remembers how it ended. */
    private final class Told implements Guard<ChatModel> {
        private final ChatModel asked;
        private int entered;

        Told(ChatModel asked) {
            this.asked = asked;
        }

        @Override
        public String name() {
            return "told";
        }

        @Override
        public Try<ChatModel> enter(Ask ask, Span span) {
            entered++;
            return new Try<>() {
                @Override
                public ChatModel model() {
                    return asked;
                }

                @Override
                public void ended(Ending ending) {
                    endings.add(ending.kind().name());
                }
            };
        }
    }

    /** Tells some events and breaks off. */
    private record Telling(List<ChatEvent> events) implements ChatModel {

        @Override
        public ModelCard card() {
            return ModelCard.of("telling:model").build();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            throw new GatorException(ProviderError.SERVER_ERROR, "tells only streams");
        }

        @Override
        public ChatStream stream(ChatRequest request) {
            List<ChatEvent> left = new ArrayList<>(events);
            return ChatStream.over(
                    new EventSource() {
                        @Override
                        public ChatEvent next() {
                            if (left.isEmpty()) {
                                throw new GatorException(ProviderError.CONNECTION_LOST, "broke off");
                            }
                            return left.remove(0);
                        }

                        @Override
                        public void close() {}
                    },
                    request.context());
        }
    }
}
