package dev.gator.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.observe.Event;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallContextTest {

    private final HandTime time = new HandTime();
    private final List<Event> events = new ArrayList<>();

    @Test
    void aLaterTimeoutCannotExtendAnEarlierOne() {
        CallContext context = CallContext.create()
                .withTime(time)
                .withTimeout(Duration.ofSeconds(1))
                .withTimeout(Duration.ofMinutes(1));

        time.advance(Duration.ofSeconds(1));

        assertEquals(
                CallError.DEADLINE,
                assertThrows(GatorException.class, context::check).code());
    }

    @Test
    void copiesDoNotChangeTheOriginal() {
        CallContext original = CallContext.create();
        original.withOwner(Owner.of("acme", "u-1")).withTimeout(Duration.ofSeconds(1));

        assertEquals(Owner.DEFAULT, original.owner());
        assertSame(Deadline.none(), original.deadline());
    }

    @Test
    void spansOfNestedWorkFormATreeUnderOneTrace() {
        CallContext context = watched();
        Span outer = context.open(SpanKind.STRATEGY, "consensus");
        Span inner = outer.context().open(SpanKind.CHAT, "openai:small");
        inner.end(Usage.reported(10, 5), Optional.of(Money.usd("0.01")));
        outer.note("vote", "3 of 4").end();

        Event.Started first = (Event.Started) events.get(0);
        Event.Started second = (Event.Started) events.get(1);
        assertEquals(0, first.span().parent());
        assertEquals(first.span().id(), second.span().parent());
        assertEquals(context.trace(), second.span().trace());
        assertEquals(Outcome.OK, ((Event.Ended) events.get(2)).outcome());
        assertEquals(15, ((Event.Ended) events.get(2)).usage().total());
        assertEquals("3 of 4", ((Event.Noted) events.get(3)).value());
    }

    @Test
    void aSpanEndsOnceAndKnowsHowLongItTook() {
        Span span = watched().open(SpanKind.TOOL, "weather");
        time.advance(Duration.ofMillis(7));
        span.end();
        span.end();
        span.failed(new GatorException(ProviderError.SERVER_ERROR, "too late to matter"));

        assertEquals(2, events.size());
        assertEquals(Duration.ofMillis(7), ((Event.Ended) events.get(1)).took());
    }

    @Test
    void aFailureIsToldByItsCodeAndACancellationAsOne() {
        watched().open(SpanKind.CHAT, "a").failed(new GatorException(ProviderError.OVERLOADED, "busy"));
        watched().open(SpanKind.CHAT, "b").failed(new GatorException(CallError.CANCELLED, "stopped"));

        Event.Ended failed = (Event.Ended) events.get(1);
        assertEquals(Optional.of("GATOR-PRV-011"), failed.error());
        assertEquals(Outcome.FAILED, failed.outcome());
        assertEquals(Outcome.CANCELLED, ((Event.Ended) events.get(3)).outcome());
    }

    @Test
    void anObserverThatThrowsBreaksNothingAndSilencesNobody() {
        CallContext context = CallContext.create()
                .withObserver(event -> {
                    throw new GatorException(CallError.CLOSED, "a bad observer");
                })
                .withObserver(events::add);

        context.open(SpanKind.STEP, "work").end();

        assertEquals(2, events.size());
    }

    @Test
    void withoutObserverASpanIsItsContext() {
        CallContext context = CallContext.create();
        Span span = context.open(SpanKind.CHAT, "x");

        assertSame(context, span.context());
        span.note("never", () -> {
            throw new AssertionError("nobody watches, so nothing is computed");
        });
        span.end();
    }

    @Test
    void everyTraceHasAnIdOfItsOwn() {
        assertNotEquals(watched().trace(), watched().trace());
        assertEquals(
                "app-7",
                CallContext.create()
                        .withTrace("app-7")
                        .withObserver(events::add)
                        .trace());
    }

    @Test
    void sleepingEndsAtOnceWhenCancelled() throws InterruptedException {
        Cancellation cancellation = Cancellation.create();
        AtomicReference<GatorException> seen = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        Workers.named("sleeper").execute(() -> {
            try {
                TimeSource.system().sleep(Duration.ofHours(1), cancellation);
            } catch (GatorException e) {
                seen.set(e);
            }
            done.countDown();
        });

        cancellation.cancel();

        assertTrue(done.await(5, TimeUnit.SECONDS));
        assertEquals(CallError.CANCELLED, seen.get().code());
    }

    @Test
    void workersNameTheirThreads() throws InterruptedException {
        AtomicReference<String> name = new AtomicReference<>("");
        CountDownLatch done = new CountDownLatch(1);
        Workers.named("probe").execute(() -> {
            name.set(Thread.currentThread().getName());
            done.countDown();
        });

        assertTrue(done.await(5, TimeUnit.SECONDS));
        assertTrue(name.get().startsWith("gator-probe-"), name.get());
        assertEquals(Runtime.version().feature() >= 24, Workers.areVirtual());
    }

    private CallContext watched() {
        return CallContext.create().withTime(time).withObserver(events::add);
    }
}
