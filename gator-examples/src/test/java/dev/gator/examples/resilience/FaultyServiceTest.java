package dev.gator.examples.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.Budget;
import dev.gator.budget.BudgetError;
import dev.gator.budget.Budgeted;
import dev.gator.budget.Limit;
import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.resilience.Breaker;
import dev.gator.resilience.BreakerPolicy;
import dev.gator.resilience.Fallback;
import dev.gator.resilience.HedgePolicy;
import dev.gator.resilience.Hedged;
import dev.gator.resilience.ResilienceError;
import dev.gator.resilience.Retrying;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The protections against faults of a service, over sockets. */
@Timeout(60)
class FaultyServiceTest {

    private final List<Duration> slept = new ArrayList<>();
    private final ChatRequest request =
            ChatRequest.of("hi").withContext(CallContext.create().withTime(new SleeplessTime()));

    @Test
    void aBadRequestAndABadKeyFailAtOnce() {
        for (WireFailure failure : List.of(WireFailure.BAD_REQUEST, WireFailure.WRONG_KEY)) {
            try (Service service = Service.answering(Service.failing(failure))) {
                ErrorCode code = fails(Retrying.of(service.model()));

                assertTrue(failure.allows(code), () -> "code " + code);
                assertEquals(1, service.server().requestCount());
            }
        }
        assertEquals(List.of(), slept);
    }

    @Test
    void aRateLimitIsWaitedOutAsTheServiceAsks() {
        WireReply slowDown = Service.failing(WireFailure.RATE_LIMITED).retryAfter(7);
        try (Service service = Service.answering(slowDown, Service.whole("there"))) {
            assertEquals("there", Retrying.of(service.model()).chat(request).text());
        }
        assertEquals(1, slept.size());
        assertTrue(slept.get(0).compareTo(Duration.ofSeconds(7)) >= 0, () -> "slept " + slept);
        assertTrue(slept.get(0).compareTo(Duration.ofMillis(7_500)) <= 0, () -> "slept " + slept);
    }

    @Test
    void brokenConnectionsAndOutagesAreTriedAgain() {
        for (WireReply fault : List.of(
                Service.whole("x").resetBeforeHead(),
                Service.whole("x").cutBeforeHead(),
                Service.whole("half an answer").cutAfter(10),
                Service.whole("half an answer").resetAfter(10),
                Service.failing(WireFailure.UNAVAILABLE))) {
            try (Service service = Service.answering(fault, Service.whole("there"))) {
                assertEquals("there", Retrying.of(service.model()).chat(request).text(), fault::toString);
            }
        }
    }

    @Test
    void aStreamThatBreaksEarlyIsTriedAgainAndOneThatBreaksLateIsNot() {
        WireReply early = Service.streamed("one ", "two").cutAfter(0);
        try (Service service = Service.answering(early, Service.streamed("there ", "it is"));
                ChatStream stream = Retrying.of(service.model()).stream(request)) {
            assertEquals("there it is", stream.reply().text());
        }
        WireReply late = Service.streamed("one ", "two ", "three ", "four ").cutAfter(700);
        try (Service service = Service.answering(late, Service.streamed("never"));
                ChatStream stream = Retrying.of(service.model()).stream(request)) {
            StringBuilder seen = new StringBuilder();
            assertThrows(GatorException.class, () -> stream.forEach(event -> seen.append(event.text())));
            assertTrue(seen.toString().startsWith("one "), () -> "seen: " + seen);
            assertEquals(1, service.server().requestCount());
        }
    }

    @Test
    void theSameStreamCompletesOnTheSecondService() {
        try (Service first = Service.answering(Service.failing(WireFailure.SERVER_ERROR));
                Service second = Service.answering(Service.streamed("from ", "the second"));
                ChatStream stream = Fallback.of(first.model(), second.model()).stream(request)) {
            List<ChatEvent> events = new ArrayList<>();
            stream.forEach(events::add);

            assertEquals("from the second", stream.reply().text());
            assertEquals(
                    1,
                    events.stream().filter(ChatEvent.Started.class::isInstance).count());
            assertEquals(1, first.server().requestCount());
        }
    }

    @Test
    void aDeadServiceOpensTheBreakerAndTheFallbackPassesItOver() {
        try (Service alive = Service.answering(Service.whole("alive"))) {
            try (Service open = Service.answering(Service.whole("x").resetBeforeHead())) {
                Breaker breaker =
                        Breaker.of(open.model(), BreakerPolicy.defaults().overLast(4));
                Fallback fallback = Fallback.of(breaker, alive.model());
                for (int i = 0; i < 10; i++) {
                    assertEquals("alive", fallback.chat(request).text());
                }
                assertEquals(ResilienceError.BREAKER_OPEN, fails(breaker));
                assertTrue(
                        open.server().requestCount() <= 8,
                        () -> "requests: " + open.server().requestCount());
            }
        }
    }

    @Test
    void aSpentBudgetStopsTheRequestBeforeItLeaves() {
        try (Service service = Service.answering(Service.whole("never"))) {
            ChatRequest poor = request.withContext(request.context()
                    .withSpending(Budget.of("poor", Limit.none().tokens(10))));
            ChatModel model = Retrying.of(Fallback.of(Budgeted.of(service.model())));

            GatorException whole = assertThrows(GatorException.class, () -> model.chat(poor));
            try (ChatStream stream = model.stream(poor)) {
                GatorException streamed = assertThrows(GatorException.class, stream::reply);
                assertEquals(BudgetError.TOKENS_EXCEEDED, streamed.code());
            }

            assertEquals(BudgetError.TOKENS_EXCEEDED, whole.code());
            assertEquals(ErrorCategory.BUDGET, whole.category());
            assertEquals(0, service.server().requestCount());
            assertEquals(0, service.server().connectionCount());
        }
    }

    @Test
    void theLoserOfARaceIsCancelledOnTheWire() {
        try (Service stuck = Service.answering(Service.whole("never").silent());
                Service quick = Service.answering(Service.whole("quick"))) {
            HedgePolicy soon = HedgePolicy.after(Duration.ofMillis(20)).withShare(1);
            ChatModel model = Hedged.of(stuck.model(), quick.model(), soon);

            assertEquals("quick", model.chat("hi"));
            assertTrue(stuck.server().awaitClientClose(Duration.ofSeconds(5)));
        }
    }

    private ErrorCode fails(ChatModel model) {
        return assertThrows(GatorException.class, () -> model.chat(request)).code();
    }

    /** The machine's clock, on which nobody has to sleep. */
    private final class SleeplessTime implements TimeSource {

        @Override
        public long nanos() {
            return TimeSource.system().nanos();
        }

        @Override
        public Instant now() {
            return TimeSource.system().now();
        }

        @Override
        public void sleep(Duration duration, Cancellation cancellation) {
            cancellation.check();
            slept.add(duration);
        }
    }
}
