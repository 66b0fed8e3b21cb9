package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thinking: asked for, shown, signed and sent back; and the cache points of long prompts. */
interface ReasoningTests {

    @Test
    @Needs(Capability.REASONING)
    default void asksForThinking(ChatBench bench) {
        for (Reasoning how : List.of(Reasoning.of(Reasoning.Effort.HIGH), Reasoning.ofTokens(2048))) {
            ChatRequest sent = bench.seenFor(
                            Samples.question().toBuilder().reasoning(how).build())
                    .content();
            assertTrue(sent.reasoning().isPresent(), "no sign of " + how + " in the request");
        }
    }

    @Test
    @Needs(value = Capability.REASONING, traits = WireTrait.REASONING_TEXT)
    default void showsWhatTheModelThought(ChatBench bench) {
        bench.answers(Scripted.empty().thinking("", "Blue ", "scatters most.").saying("Rayleigh."));
        ChatReply reply = bench.ask(Samples.question());
        assertEquals("Blue scatters most.", reply.reasoning());
        assertEquals("Rayleigh.", reply.text());
    }

    @Test
    @Needs(value = Capability.REASONING, traits = WireTrait.REASONING_TEXT)
    default void streamsThoughtsAsAPartOfTheirOwn(ChatBench bench) {
        bench.answers(Scripted.empty().thinking("", "Blue ", "scatters most.").saying("Ray", "leigh."));
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = bench.model().stream(Samples.question())) {
            stream.forEach(events::add);
        }
        EventOrder.check(events);
        assertTrue(events.stream().anyMatch(ChatEvent.ReasoningDelta.class::isInstance), "no thought was streamed");
    }

    @Test
    @Needs(value = Capability.REASONING, traits = WireTrait.SIGNATURES)
    default void sendsSignedThoughtsBackUnchanged(ChatBench bench) {
        bench.answers(
                Scripted.empty().thinking("c2lnbmVk", "Blue ", "scatters.").saying("Rayleigh."));
        ChatReply first = bench.ask(Samples.question());
        assertEquals(1, signatures(first.message()).size(), "signatures of the thought, whatever they look like");
        ChatRequest next = ChatRequest.builder()
                .user("Why is the sky blue?")
                .message(first.message())
                .user("And at night?")
                .build();
        ChatRequest sent = bench.seenFor(next).content();
        assertEquals(
                List.of("c2lnbmVk"), signatures(sent.messages().get(1)), "signatures that went back to the service");
    }

    @Test
    @Needs(Capability.PROMPT_CACHE)
    default void passesCachePointsOn(ChatBench bench) {
        ChatRequest sent = bench.seenFor(ChatRequest.builder()
                        .message(Message.system("A long handbook").cachedUpToHere())
                        .message(Message.user("First").cachedUpToHere())
                        .message(Message.assistant("Answer"))
                        .user("Second")
                        .build())
                .content();
        assertEquals(
                List.of(true, true, false, false),
                sent.messages().stream().map(Message::cachePoint).toList());
    }

    private static List<String> signatures(Message message) {
        return message.parts().stream()
                .filter(Part.Reasoning.class::isInstance)
                .map(part -> ((Part.Reasoning) part).signature())
                .filter(signature -> !signature.isEmpty())
                .toList();
    }
}
