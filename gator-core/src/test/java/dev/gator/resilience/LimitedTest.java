package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.resilience.rate.Rate;
import dev.gator.resilience.rate.RateLimiter;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LimitedTest {

    private final ManualTime time = ManualTime.create();
    private final ScriptedModel model = ScriptedModel.answering(r -> "ok");

    @Test
    void refusesWhatIsTooMuchForOneUserAndServesTheOther() {
        Limited limited = Limited.of(model, limiter(Rate.quota(2, Duration.ofHours(1))), LimitPolicy.perUser());
        ask(limited, "acme", "ann");
        ask(limited, "acme", "ann");

        GatorException refused = assertThrows(GatorException.class, () -> ask(limited, "acme", "ann"));

        assertEquals(ResilienceError.RATE_EXCEEDED, refused.code());
        assertEquals(Duration.ofHours(1), refused.retryAfter().orElseThrow());
        ask(limited, "acme", "bob");
        ask(limited, "other", "ann");
        assertEquals(4, model.calls());
    }

    @Test
    void waitsForItsTurnIfThatIsSoonEnough() {
        Limited limited = Limited.of(
                model,
                limiter(Rate.requests(1, Duration.ofSeconds(10))),
                LimitPolicy.shared().waiting(Duration.ofSeconds(30)));
        ask(limited, "acme", "ann");

        CompletableFuture<Void> second = runAsync(() -> ask(limited, "acme", "ann"));
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(10));
        second.join();
        assertEquals(2, model.calls());

        ChatRequest hurried = request("acme", "ann", time.context().withTimeout(Duration.ofSeconds(3)));
        assertEquals(
                ResilienceError.RATE_EXCEEDED,
                assertThrows(GatorException.class, () -> limited.chat(hurried)).code());
    }

    @Test
    void tenantsThatWaitGoInTurn() {
        Limited limited = Limited.of(
                model,
                limiter(Rate.requests(1, Duration.ofSeconds(1))),
                LimitPolicy.shared().waiting(Duration.ofMinutes(5)));
        ask(limited, "flood", "x");
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (String tenant : List.of("flood", "flood", "flood", "flood", "quiet")) {
            calls.add(runAsync(() -> ask(limited, tenant, "x"), time.context().workers()));
            time.awaitSleepers(calls.size());
        }
        for (int i = 0; i < calls.size(); i++) {
            time.awaitSleepers(calls.size() - i);
            time.advance(Duration.ofSeconds(1));
            model.awaitCalls(i + 2);
        }
        calls.forEach(CompletableFuture::join);

        assertEquals(
                List.of("flood", "flood", "flood", "quiet", "flood", "flood"),
                model.requests().stream().map(r -> r.context().owner().tenant()).toList());
    }

    @Test
    void tokensAreCorrectedByWhatTheModelReports() {
        RateLimiter limiter = limiter(Rate.tokens(3_000, Duration.ofMinutes(1)));
        Limited limited = Limited.of(model, limiter, LimitPolicy.shared());
        for (int i = 0; i < 20; i++) {
            ask(limited, "acme", "ann");
        }

        assertTrue(limiter.look("", 0).remaining() > 2_500, () -> "left: " + limiter.look("", 0));
        ChatRequest huge = request("acme", "ann", time.context()).toBuilder()
                .maxTokens(4_000)
                .build();
        assertEquals(
                ResilienceError.NEVER_FITS,
                assertThrows(GatorException.class, () -> limited.chat(huge)).code());
    }

    private RateLimiter limiter(Rate... rates) {
        return RateLimiter.of(List.of(rates), time);
    }

    private void ask(Limited limited, String tenant, String user) {
        limited.chat(request(tenant, user, time.context()));
    }

    private static ChatRequest request(String tenant, String user, CallContext context) {
        return ChatRequest.of("hi").withContext(context.withOwner(Owner.of(tenant, user)));
    }
}
