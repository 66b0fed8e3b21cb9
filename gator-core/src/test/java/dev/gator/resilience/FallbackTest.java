package dev.gator.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FallbackTest {

    private final ScriptedModel first = ScriptedModel.named("one:a");
    private final ScriptedModel second = ScriptedModel.named("two:b");
    private final Fallback fallback = Fallback.of(first, second);

    @Test
    void asksTheNextModelWhenOneFails() {
        first.fail(ProviderError.SERVER_ERROR);
        second.reply("from the second");
        RecordingObserver observer = RecordingObserver.create();

        assertEquals(
                "from the second",
                fallback.chat(ChatRequest.of("hi")
                                .withContext(CallContext.create().withObserver(observer)))
                        .text());
        assertEquals(List.of("one:a with GATOR-PRV-010"), observer.notes("failed"));
        assertEquals(List.of("two:b"), observer.notes("asked"));
    }

    @Test
    void theSameStreamCompletesOnTheSecond() {
        first.failAfter(0, "half an answer", ProviderError.SERVER_ERROR);
        second.reply("a whole answer");

        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = fallback.stream("hi")) {
            stream.forEach(events::add);
            assertEquals("a whole answer", stream.reply().text());
            assertEquals("two:b", stream.reply().model());
        }
        assertEquals(
                1, events.stream().filter(ChatEvent.Started.class::isInstance).count());
    }

    @Test
    void neverSwitchesAfterTheFirstContent() {
        first.failAfter(1, "half an answer", ProviderError.SERVER_ERROR);
        second.reply("never");

        try (ChatStream stream = fallback.stream("hi")) {
            assertEquals(
                    ProviderError.SERVER_ERROR,
                    assertThrows(GatorException.class, stream::reply).code());
        }
        assertEquals(0, second.calls());
    }

    @Test
    void aBadRequestGoesToTheCallerAtOnce() {
        first.fail(ProviderError.BAD_REQUEST);

        assertEquals(
                ProviderError.BAD_REQUEST,
                assertThrows(GatorException.class, () -> fallback.chat("hi")).code());
        assertEquals(0, second.calls());
    }

    @Test
    void whenAllFailTheErrorNamesAllAndSaysWhetherWaitingHelps() {
        first.fail(ProviderError.BAD_KEY).fail(ProviderError.BAD_KEY);
        second.fail(ProviderError.OVERLOADED).fail(ProviderError.UNKNOWN_MODEL);

        GatorException later = assertThrows(GatorException.class, () -> fallback.chat("hi"));
        assertEquals(ResilienceError.NONE_ANSWERED, later.code());
        assertEquals("one:a: GATOR-PRV-004, two:b: GATOR-PRV-011", later.detail());
        assertEquals(1, later.getSuppressed().length);

        GatorException never = assertThrows(GatorException.class, () -> fallback.chat("hi"));
        assertEquals(ResilienceError.NONE_CAN_ANSWER, never.code());
        assertFalse(never.retryable());
    }

    @Test
    void keepsWhatAllMembersCan() {
        second.card(ModelCard.of("two:b")
                .can(Capability.TOOLS, Capability.JSON_SCHEMA)
                .contextWindow(8_000)
                .build());

        assertTrue(fallback.card().can(Capability.JSON_SCHEMA));
        assertFalse(fallback.card().can(Capability.IMAGE_INPUT));
        assertEquals(8_000, fallback.card().contextWindow().orElseThrow());
    }

    @Test
    @Timeout(60)
    void withOneOfThreeProvidersFailingNearlyEveryCallSucceeds() {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        ManualTime time = ManualTime.create();
        List<ChatModel> members = new ArrayList<>();
        for (String id : List.of("a:m", "b:m", "c:m")) {
            double ill = id.startsWith("a") ? 0.9 : 0.01;
            members.add(Breaker.of(ScriptedModel.named(id).otherwise(r -> {
                if (dice.nextDouble() < ill) {
                    throw new GatorException(ProviderError.SERVER_ERROR, "ill");
                }
                return "well";
            })));
        }
        ChatModel model = Retrying.of(Fallback.of(members), RetryPolicy.defaults(), () -> 0L);
        int calls = 20_000;
        int answered = 0;
        for (int i = 0; i < calls; i++) {
            time.advance(Duration.ofMillis(10));
            try {
                model.chat(ChatRequest.of("hi").withContext(time.context()));
                answered++;
            } catch (GatorException e) {
                assertEquals(ResilienceError.NONE_ANSWERED, e.code());
            }
        }
        assertTrue(answered > calls * 0.9999, answered + " of " + calls);
    }
}
