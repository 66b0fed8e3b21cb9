package dev.gator.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.Overrides;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final BreakerPolicy POLICY =
            BreakerPolicy.defaults().overLast(10).withLeast(4).openingFor(Duration.ofSeconds(30), 2);

    private final ManualTime time = ManualTime.create();
    private final ChatRequest request = ChatRequest.of("hi").withContext(time.context());

    @Test
    void opensWhenHalfOfTheCallsFailAndThenAsksNobody() {
        ScriptedModel model = ScriptedModel.create()
                .reply("a")
                .reply("b")
                .fail(ProviderError.SERVER_ERROR)
                .fail(ProviderError.UNREACHABLE);
        Breaker breaker = Breaker.of(model, POLICY);
        breaker.chat(request);
        breaker.chat(request);
        fails(breaker, ProviderError.SERVER_ERROR);
        assertEquals(CircuitState.CLOSED, breaker.state());
        fails(breaker, ProviderError.UNREACHABLE);

        time.advance(Duration.ofSeconds(10));
        GatorException refused = fails(breaker, ResilienceError.BREAKER_OPEN);

        assertEquals(CircuitState.OPEN, breaker.state());
        assertEquals(Duration.ofSeconds(20), refused.retryAfter().orElseThrow());
        assertEquals(4, model.calls());
    }

    @Test
    void probesAfterAWhileAndClosesOrOpensAgain() {
        ScriptedModel model = open();
        Breaker breaker = Breaker.of(model, POLICY);
        for (int i = 0; i < 4; i++) {
            fails(breaker, ProviderError.SERVER_ERROR);
        }

        time.advance(Duration.ofSeconds(30));
        model.fail(ProviderError.SERVER_ERROR);
        fails(breaker, ProviderError.SERVER_ERROR);
        assertEquals(CircuitState.OPEN, breaker.state());
        fails(breaker, ResilienceError.BREAKER_OPEN);

        time.advance(Duration.ofSeconds(30));
        model.reply("well").reply("again");
        breaker.chat(request);
        assertEquals(CircuitState.HALF_OPEN, breaker.state());
        breaker.chat(request);
        assertEquals(CircuitState.CLOSED, breaker.state());
    }

    @Test
    void letsNoMoreThanItsProbesThroughAtOnce() {
        ScriptedModel model = open().reply("slow").reply("slow");
        Breaker breaker = Breaker.of(model, POLICY);
        for (int i = 0; i < 4; i++) {
            fails(breaker, ProviderError.SERVER_ERROR);
        }
        time.advance(Duration.ofSeconds(30));

        try (ChatStream one = breaker.stream(request);
                ChatStream two = breaker.stream(request)) {
            one.iterator().next();
            two.iterator().next();
            fails(breaker, ResilienceError.BREAKER_OPEN);
        }
        model.reply("the closed probes gave their places back");
        breaker.chat(request);
    }

    @Test
    void aCallFromBeforeTheOpeningNoLongerMatters() {
        ScriptedModel model = ScriptedModel.create().failAfter(1, "one two", ProviderError.CONNECTION_LOST);
        Breaker breaker = Breaker.of(model, POLICY);
        try (ChatStream old = breaker.stream(request)) {
            old.iterator().next();
            for (int i = 0; i < 4; i++) {
                model.fail(ProviderError.SERVER_ERROR);
                fails(breaker, ProviderError.SERVER_ERROR);
            }
            time.advance(Duration.ofSeconds(30));
            model.reply("well");
            breaker.chat(request);
            assertThrows(GatorException.class, old::reply);
        }

        assertEquals(CircuitState.HALF_OPEN, breaker.state());
    }

    @Test
    void badRequestsSayNothingAboutHealth() {
        ScriptedModel model = ScriptedModel.create();
        Breaker breaker = Breaker.of(model, POLICY);
        for (ProviderError error : new ProviderError[] {
            ProviderError.BAD_REQUEST, ProviderError.BAD_KEY, ProviderError.CONTENT_REFUSED, ProviderError.RATE_LIMITED,
        }) {
            model.fail(error);
            fails(breaker, error);
        }

        assertEquals(CircuitState.CLOSED, breaker.state());
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        ScriptedModel model = open();
        Breaker breaker = Breaker.of(model, POLICY.overLast(Duration.ofSeconds(60), 10));
        fails(breaker, ProviderError.SERVER_ERROR);
        fails(breaker, ProviderError.SERVER_ERROR);
        time.advance(Duration.ofSeconds(61));
        fails(breaker, ProviderError.SERVER_ERROR);
        fails(breaker, ProviderError.SERVER_ERROR);

        assertEquals(CircuitState.CLOSED, breaker.state());
    }

    @Test
    void wrappersOfOneModelShareACircuitAndOverridesHaveTheirOwn() {
        Circuits circuits = Circuits.of(POLICY);
        ScriptedModel model = open();
        Breaker one = Breaker.of(model, circuits);
        Breaker other = Breaker.of(model, circuits);
        for (int i = 0; i < 4; i++) {
            fails(one, ProviderError.SERVER_ERROR);
        }

        fails(other, ResilienceError.BREAKER_OPEN);
        model.reply("canary");
        ChatRequest canary = request.toBuilder()
                .overrides(Overrides.none().withModel("canary"))
                .build();
        assertEquals("canary", other.chat(canary).text());
    }

    @Test
    void countsAStreamThatBreaksInTheMiddle() {
        ScriptedModel model = ScriptedModel.create();
        Breaker breaker = Breaker.of(model, POLICY);
        for (int i = 0; i < 4; i++) {
            model.failAfter(1, "one two", ProviderError.CONNECTION_LOST);
            try (ChatStream stream = breaker.stream(request)) {
                assertThrows(GatorException.class, stream::reply);
            }
        }

        assertEquals(CircuitState.OPEN, breaker.state());
    }

    @Test
    void aCallThatIsTooSlowCountsAsFailed() {
        ScriptedModel model = ScriptedModel.create().otherwise(r -> {
            time.advance(Duration.ofSeconds(11));
            return "late";
        });
        Breaker breaker = Breaker.of(model, POLICY.withSlowAfter(Duration.ofSeconds(10)));
        for (int i = 0; i < 4; i++) {
            breaker.chat(request);
        }

        assertEquals(CircuitState.OPEN, breaker.state());
    }

    private static ScriptedModel open() {
        ScriptedModel model = ScriptedModel.create();
        for (int i = 0; i < 4; i++) {
            model.fail(ProviderError.SERVER_ERROR);
        }
        return model;
    }

    private GatorException fails(Breaker breaker, ErrorCode code) {
        GatorException e = assertThrows(GatorException.class, () -> breaker.chat(request));
        assertEquals(code, e.code());
        return e;
    }
}
