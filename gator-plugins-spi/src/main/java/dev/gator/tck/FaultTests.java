package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatModel;
import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that can go wrong between the service and the client ends in time, with an error that says what it was. */
interface FaultTests {

    @TestFactory
    default Stream<DynamicTest> endsInTimeWhenTheServiceDawdles(Benches benches) {
        Duration slow = Duration.ofMillis(40);
        return Stream.of(
                        dawdling("no answer", reply -> reply.silent()),
                        dawdling("nothing after the head", reply -> reply.hangingAfterHead()),
                        dawdling("nothing after the first bytes", reply -> reply.hangingAfter(3)),
                        dawdling("a head byte by byte", reply -> reply.drippingHead(slow)),
                        dawdling("a body byte by byte", reply -> reply.drippingBody(slow)))
                .flatMap(fault -> benches.bothWays(fault.name(), fault::check));
    }

    @TestFactory
    default Stream<DynamicTest> endsInTimeWhenAStreamStalls(Benches benches) {
        return streams(
                benches,
                "a stream that stalls before its end",
                bench -> bench.dialect().stream(Faults.ANSWER).hangingBeforeEnd(),
                ErrorCategory.TIMEOUT);
    }

    @TestFactory
    default Stream<DynamicTest> failsWhenTheConnectionBreaks(Benches benches) {
        return Stream.of(
                        broken("reset before the head", reply -> reply.resetBeforeHead()),
                        broken("closed before the head", reply -> reply.cutBeforeHead()),
                        broken("reset in the body", reply -> reply.resetAfter(5)),
                        broken("closed in the body", reply -> reply.cutAfter(5)))
                .flatMap(fault -> benches.bothWays(fault.name(), fault::check));
    }

    @TestFactory
    default Stream<DynamicTest> failsWhenAStreamIsIncomplete(Benches benches) {
        return Stream.of(
                        streams(
                                benches,
                                "ends cleanly without its last event",
                                bench -> bench.dialect().stream(Faults.ANSWER).withoutTerminal(),
                                ErrorCategory.PROTOCOL),
                        streams(
                                benches,
                                "ends in the middle of an event",
                                bench -> bench.dialect().stream(Faults.ANSWER)
                                        .cutShort()
                                        .untilClose(),
                                ErrorCategory.PROTOCOL),
                        streams(
                                benches,
                                "holds an event that is not JSON",
                                bench -> bench.dialect().stream(Faults.ANSWER).garbledAt("MARK"),
                                ErrorCategory.PROTOCOL))
                .flatMap(tests -> tests);
    }

    @TestFactory
    default Stream<DynamicTest> failsWhenTheAnswerIsNotTheServices(Benches benches) {
        return Stream.of(
                        foreign("broken JSON", WireReply.malformedJson()),
                        foreign("a web page", WireReply.html("<html><body>Please log in</body></html>")),
                        foreign("nothing at all", WireReply.bytes("application/json", new byte[0])),
                        foreign("JSON of something else", WireReply.json("{\"hello\":\"world\"}")),
                        foreign("a list", WireReply.json("[1,2,3]")))
                .flatMap(fault -> benches.bothWays(fault.name(), fault::check));
    }

    @TestFactory
    default Stream<DynamicTest> failsWhenTheLengthIsWrong(Benches benches) {
        Faults.Fault longer = broken("a length longer than the body", reply -> reply.declaringLength(1_000_000));
        Faults.Fault shorter = broken("a length shorter than the body", reply -> reply.declaringLength(20));
        return Stream.concat(
                benches.oneWay(longer.name(), Way.CHAT, longer::check), // a stream is complete by its last event
                benches.bothWays(shorter.name(), shorter::check));
    }

    @TestFactory
    default Stream<DynamicTest> stopsReadingWhenTheAnswerIsTooLarge(Benches benches) {
        WireReply huge = WireReply.huge("application/json", 128_000_000);
        WireReply bomb = WireReply.gzipBomb(128);
        return Stream.of(
                        new Faults.Fault(
                                "a body of 128 MB",
                                reply -> huge,
                                Faults::small,
                                e -> e.code() == ProviderError.ANSWER_TOO_LARGE),
                        foreign("128 MB in a small packed body", bomb))
                .flatMap(fault -> benches.bothWays(fault.name(), fault::check));
    }

    @TestFactory
    default Stream<DynamicTest> stopsReadingAStreamThatIsTooLarge(Benches benches) {
        return benches.oneWay("a stream of 4 MB where 1 MB is allowed", Way.STREAM, (bench, way) -> {
            bench.answers(Faults.flood());
            fails(bench, way, Faults.small(bench), ProviderError.ANSWER_TOO_LARGE);
        });
    }

    @TestFactory
    default Stream<DynamicTest> endsAStreamThatNeverDoes(Benches benches) {
        return streams(
                benches,
                "comments for ever",
                bench -> WireReply.endlessSse(SseScript.empty().comment("ping").pause(Duration.ofMillis(20))),
                ErrorCategory.TIMEOUT,
                ErrorCategory.PROTOCOL);
    }

    @TestFactory
    default Stream<DynamicTest> followsNoRedirect(Benches benches) {
        return benches.bothWays("a redirect to a metadata address", (bench, way) -> {
            WireReply redirect = WireReply.redirect(302, bench.server().url() + "/latest/meta-data/");
            bench.answers(request -> redirect);
            GatorException e = bench.failure(way, Samples.question());
            assertEquals(ProviderError.UNEXPECTED_REDIRECT, e.code(), e::toString);
            assertEquals(1, bench.server().requestCount(), "requests after a redirect");
        });
    }

    @TestFactory
    default Stream<DynamicTest> trustsNoCertificateThatNobodySigned(Benches benches) {
        return benches.bothWays("a self-signed certificate", Faults::untrusted, (bench, way) -> {
            bench.answers(Faults.ANSWER);
            fails(bench, way, bench.model(), ProviderError.TLS_FAILED);
            bench.assertNothingSent();
        });
    }

    @TestFactory
    default Stream<DynamicTest> refusesPlainHttpBeyondThisMachine(Benches benches) {
        return benches.bothWays("http to another host", (bench, way) -> {
            ChatModel model = bench.model(bench.service()
                    .config()
                    .baseUrl("http://gator.invalid" + bench.dialect().basePath()));
            fails(bench, way, model, ProviderError.INSECURE_URL);
        });
    }

    @TestFactory
    default Stream<DynamicTest> saysThatNobodyListens(Benches benches) {
        return benches.bothWays("a closed port", (bench, way) -> {
            ChatModel model = bench.model();
            bench.server().close();
            fails(bench, way, model, ProviderError.UNREACHABLE, ProviderError.CONNECTION_LOST);
        });
    }

    @TestFactory
    default Stream<DynamicTest> worksOnAfterAFault(Benches benches) {
        return benches.bothWays("a good answer after a reset", (bench, way) -> {
            bench.answers(request -> WireReply.json("{}").resetBeforeHead());
            bench.failure(way, Samples.question());
            bench.answers(Faults.ANSWER);
            assertEquals(
                    Faults.ANSWER.words(),
                    way.ask(bench.model(), Samples.question()).text());
        });
    }

    private static void fails(ChatBench bench, Way way, ChatModel model, ErrorCode... codes) {
        GatorException e = bench.failure(way, model, Samples.question());
        assertTrue(Set.of(codes).contains(e.code()), e::toString);
    }

    private static Faults.Fault dawdling(String name, Faults.Break broken) {
        return new Faults.Fault(name, broken, Faults::hasty, e -> e.category() == ErrorCategory.TIMEOUT);
    }

    private static Faults.Fault broken(String name, Faults.Break broken) {
        return new Faults.Fault(name, broken, Faults::small, e -> Faults.BROKEN.contains(e.category()));
    }

    private static Faults.Fault foreign(String name, WireReply reply) {
        return new Faults.Fault(name, honest -> reply, Faults::small, e -> e.category() == ErrorCategory.PROTOCOL);
    }

    private static Stream<DynamicTest> streams(
            Benches benches, String name, Faults.StreamOf streamed, ErrorCategory... allowed) {
        return benches.oneWay(name, Way.STREAM, (bench, way) -> {
            WireReply reply = streamed.of(bench);
            bench.answers(request -> reply);
            boolean ends = !Set.of(allowed).contains(ErrorCategory.TIMEOUT);
            ChatModel model = ends ? Faults.small(bench) : Faults.hasty(bench);
            GatorException e = bench.failure(way, model, Samples.question());
            assertTrue(Set.of(allowed).contains(e.category()), e::toString);
        });
    }
}
