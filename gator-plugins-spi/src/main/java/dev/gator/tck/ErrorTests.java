package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatModel;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.tck.wire.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a service may refuse: each refusal has its code, and none is tried again by the model itself. */
interface ErrorTests {

    @TestFactory
    default Stream<DynamicTest> mapsEveryFailureOfTheService(Benches benches) {
        return Arrays.stream(WireFailure.values())
                .flatMap(kind -> benches.bothWays(kind.toString(), (bench, way) -> {
                    WireReply failure = spoken(bench, kind);
                    bench.answers(request -> failure);
                    GatorException e = bench.failure(way, Samples.question());
                    assertTrue(kind.allows(e.code()), () -> kind + " became " + e);
                    assertEquals(e.code().retryable(), e.retryable());
                    assertEquals(1, bench.server().requestCount(), "a model does not try again by itself");
                }));
    }

    @TestFactory
    default Stream<DynamicTest> readsHowLongToWait(Benches benches) {
        return Stream.concat(
                benches.bothWays("Retry-After in seconds", (bench, way) -> {
                    Duration wait = retryAfter(bench, way, reply -> reply.retryAfter(7));
                    assertEquals(Duration.ofSeconds(7), wait);
                }),
                benches.bothWays("Retry-After as a date", (bench, way) -> {
                    Instant then = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
                    Duration wait = retryAfter(bench, way, reply -> reply.retryAfter(then));
                    assertTrue(wait.toSeconds() >= 40 && wait.toSeconds() <= 61, "a date in 60 s became " + wait);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> failsWhenTheStreamReportsAFailure(Benches benches) {
        return Stream.of(WireFailure.OVERLOADED, WireFailure.SERVER_ERROR)
                .flatMap(kind -> benches.oneWay(kind + " within the stream", Way.STREAM, (bench, way) -> {
                    Optional<WireStream> failing =
                            bench.dialect().failingStream(Scripted.text("half an ", "ans"), kind);
                    Assumptions.assumeTrue(failing.isPresent(), "the service has no such event");
                    bench.answers(request -> failing.orElseThrow().reply());
                    GatorException e = bench.failure(way, Samples.question());
                    assertTrue(kind.allows(e.code()), () -> kind + " within the stream became " + e);
                }));
    }

    @Test
    @Needs(traits = WireTrait.KEY)
    default void saysThatTheKeyIsMissing(ChatBench bench) {
        bench.answers(Scripted.text("never"));
        ChatModel keyless = bench.model(bench.service().keyless());
        for (Way way : Way.values()) {
            assertEquals(
                    ProviderError.MISSING_KEY,
                    bench.failure(way, keyless, Samples.question()).code());
        }
        bench.assertNothingSent();
    }

    @Test
    default void saysWhichServiceFailed(ChatBench bench) {
        bench.answers(request -> WireReply.text(500, "Internal Server Error"));
        GatorException e = bench.failure(Way.CHAT, Samples.question());
        assertEquals(ProviderError.SERVER_ERROR, e.code());
        assertFalse(e.detail().isBlank());
        assertTrue(
                e.detail().contains(bench.model().card().provider()),
                () -> "the message names the provider: " + e.detail());
    }

    private static WireReply spoken(ChatBench bench, WireFailure kind) {
        Optional<WireReply> failure = bench.dialect().failure(kind);
        Assumptions.assumeTrue(
                failure.isPresent(), () -> bench.dialect().name() + " has no answer of the kind " + kind);
        return failure.orElseThrow();
    }

    private static Duration retryAfter(ChatBench bench, Way way, java.util.function.UnaryOperator<WireReply> header) {
        WireReply limited = header.apply(spoken(bench, WireFailure.RATE_LIMITED));
        bench.answers(request -> limited);
        GatorException e = bench.failure(way, Samples.question());
        assertEquals(ProviderError.RATE_LIMITED, e.code());
        return e.retryAfter().orElseThrow(() -> new AssertionError("the error does not say how long to wait"));
    }
}
