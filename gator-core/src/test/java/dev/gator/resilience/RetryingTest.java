package dev.gator.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryingTest {

    private static final RandomGenerator HIGHEST = () -> -1L;

    private final SleptTime time = new SleptTime();
    private final ChatRequest request =
            ChatRequest.of("hi").withContext(CallContext.create().withTime(time));

    @Test
    void waitsLongerEachTimeAndThenAnswers() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .fail(ProviderError.SERVER_ERROR)
                .reply("there");

        assertEquals("there", retrying(model).chat(request).text());
        assertEquals(List.of(499L, 999L), time.sleptMillis());
    }

    @Test
    void drawsEachWaitBetweenNothingAndItsCeiling() {
        ScriptedModel model =
                ScriptedModel.create().fail(ProviderError.OVERLOADED).reply("there");

        Retrying.of(model, RetryPolicy.defaults(), () -> 0L).chat(request);

        assertEquals(List.of(0L), time.sleptMillis());
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() {
        ScriptedModel model = ScriptedModel.create()
                .fail(new GatorException(ProviderError.RATE_LIMITED, "slow", null, Duration.ofSeconds(7)))
                .reply("there");

        Retrying.of(model, RetryPolicy.defaults(), () -> 0L).chat(request);

        assertEquals(List.of(7_000L), time.sleptMillis());
    }

    @Test
    void failsAtOnceIfTheOtherSideAsksForMoreThanThePatienceOrTheDeadline() {
        GatorException patient = new GatorException(ProviderError.RATE_LIMITED, "x", null, Duration.ofSeconds(31));
        GatorException hurried = new GatorException(ProviderError.RATE_LIMITED, "x", null, Duration.ofSeconds(6));
        ScriptedModel model = ScriptedModel.create().fail(patient).fail(hurried);
        ChatRequest soon = request.withContext(request.context().withTimeout(Duration.ofSeconds(5)));

        assertSame(patient, assertThrows(GatorException.class, () -> retrying(model)
                .chat(request)));
        assertSame(hurried, assertThrows(GatorException.class, () -> retrying(model)
                .chat(soon)));
        assertEquals(List.of(), time.sleptMillis());
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderError.class,
            names = {"BAD_REQUEST", "BAD_KEY", "FORBIDDEN", "QUOTA_EXHAUSTED", "CONTENT_REFUSED", "CONTEXT_TOO_LONG"})
    void doesNotRepeatWhatCannotMend(ProviderError error) {
        ScriptedModel model = ScriptedModel.create().fail(error).reply("never");

        assertEquals(
                error,
                assertThrows(GatorException.class, () -> retrying(model).chat(request))
                        .code());
        assertEquals(1, model.calls());
    }

    @Test
    void throwsTheLastFailureWhenAttemptsAreUsedUp() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .fail(ProviderError.OVERLOADED)
                .fail(ProviderError.SERVER_ERROR)
                .reply("never");

        assertEquals(
                ProviderError.SERVER_ERROR,
                assertThrows(GatorException.class, () -> retrying(model).chat(request))
                        .code());
        assertEquals(3, model.calls());
    }

    @Test
    void repeatsAStreamOnlyBeforeItsFirstContent() {
        ScriptedModel early = ScriptedModel.create()
                .failAfter(0, "one two three", ProviderError.CONNECTION_LOST)
                .reply("whole answer");
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = retrying(early).stream(request)) {
            stream.forEach(events::add);
            assertEquals("whole answer", stream.reply().text());
        }
        assertEquals(
                1, events.stream().filter(ChatEvent.Started.class::isInstance).count());

        ScriptedModel late = ScriptedModel.create()
                .failAfter(2, "one two three", ProviderError.CONNECTION_LOST)
                .reply("never");
        StringBuilder seen = new StringBuilder();
        try (ChatStream stream = retrying(late).stream(request)) {
            assertThrows(GatorException.class, () -> stream.forEach(event -> seen.append(event.text())));
        }
        assertEquals("one two ", seen.toString());
        assertEquals(1, late.calls());
    }

    @Test
    void anOutageIsNotAnsweredWithManyTimesTheLoad() {
        ScriptedModel model = ScriptedModel.create().otherwiseWith(r -> {
            throw new GatorException(ProviderError.OVERLOADED, "down");
        });
        Retrying retrying = retrying(model);

        for (int i = 0; i < 1_000; i++) {
            assertThrows(GatorException.class, () -> retrying.chat(request));
        }

        assertTrue(model.calls() <= 1_111, "calls: " + model.calls());
        assertTrue(model.calls() >= 1_100, "calls: " + model.calls());
    }

    @Test
    void aCancelledWaitEndsAtOnce() {
        Cancellation stop = Cancellation.create();
        ScriptedModel model =
                ScriptedModel.create().fail(ProviderError.OVERLOADED).reply("never");
        time.beforeSleep = stop::cancel;
        ChatRequest stoppable = request.withContext(request.context().withCancellation(stop));

        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> retrying(model).chat(stoppable))
                        .code());
        assertEquals(1, model.calls());
    }

    @Test
    void noAttemptBeginsAfterTheTotalTime() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .fail(ProviderError.OVERLOADED)
                .reply("never");
        RetryPolicy policy = RetryPolicy.defaults()
                .withWaits(Duration.ofSeconds(4), Duration.ofSeconds(8))
                .withTotal(Duration.ofSeconds(5));

        assertThrows(
                GatorException.class, () -> Retrying.of(model, policy, HIGHEST).chat(request));
        assertEquals(2, model.calls());
    }

    @Test
    void worstCaseIsTheSumOfTheLongestWaits() {
        RetryPolicy policy = RetryPolicy.defaults();

        assertEquals(Duration.ofMillis(1_500), policy.worstCaseUnasked());
        assertEquals(Duration.ofSeconds(60), policy.worstCase());
        assertEquals(
                Duration.ofSeconds(61), policy.withTotal(Duration.ofMinutes(5)).worstCase());
        assertEquals(Duration.ofSeconds(70), policy.worstCase(Duration.ofSeconds(10)));
        assertEquals(Duration.ofSeconds(10), policy.withAttempts(1).worstCase(Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 10000, 300000",
        "2, 500, 30500, 50500, 360000",
        "3, 1500, 60000, 70000, 360000",
        "5, 7500, 60000, 70000, 360000"
    })
    void worstCasesAreThoseOfTheGuide(int attempts, long unasked, long asked, long ofTenSeconds, long ofFiveMinutes) {
        RetryPolicy policy = RetryPolicy.defaults().withAttempts(attempts);

        assertEquals(unasked, policy.worstCaseUnasked().toMillis());
        assertEquals(asked, policy.worstCase().toMillis());
        assertEquals(ofTenSeconds, policy.worstCase(Duration.ofSeconds(10)).toMillis());
        assertEquals(ofFiveMinutes, policy.worstCase(Duration.ofMinutes(5)).toMillis());
    }

    @Test
    void tellsWhyItRepeats() {
        RecordingObserver observer = RecordingObserver.create();
        ScriptedModel model =
                ScriptedModel.create().fail(ProviderError.OVERLOADED).reply("there");

        retrying(model).chat(request.withContext(request.context().withObserver(observer)));

        assertEquals(List.of("2 of 3 after GATOR-PRV-011 and 499 ms"), observer.notes("retry"));
        assertTrue(observer.isBalanced());
    }

    @Test
    void keepsTheCardAndServesEmbeddings() {
        ScriptedModel model = ScriptedModel.create();
        assertSame(model.card(), retrying(model).card());

        ScriptedEmbeddings vectors = ScriptedEmbeddings.create();
        assertEquals(
                1,
                Retrying.embedding(vectors, RetryPolicy.defaults())
                        .embed(EmbeddingRequest.of("a"))
                        .embeddings()
                        .size());
    }

    private static Retrying retrying(ScriptedModel model) {
        return Retrying.of(model, RetryPolicy.defaults(), HIGHEST);
    }

    /** A clock on which sleeping takes no time of the test's. */
    private static final class SleptTime implements TimeSource {
        private final List<Duration> slept = new ArrayList<>();
        private Runnable beforeSleep = () -> {};
        private long nanos;

        List<Long> sleptMillis() {
            return slept.stream().map(Duration::toMillis).toList();
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public void sleep(Duration duration, Cancellation cancellation) {
            beforeSleep.run();
            cancellation.check();
            slept.add(duration);
            nanos += duration.toNanos();
        }
    }
}
