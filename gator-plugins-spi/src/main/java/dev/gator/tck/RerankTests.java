package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Overrides;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.tck.wire.WireReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Rankings: best first, no longer than wanted, and never trusted blindly. */
interface RerankTests {

    @Test
    default void returnsTheBestFirstUnderTheirOwnNumbers(RerankBench bench) {
        RerankRequest request = RerankRequest.of("q", List.of("four", "a", "sixteen letters!", "seven77"));
        RerankReply reply = bench.answersHonestly().model().rerank(request);
        assertEquals(RerankBench.byLength(request), reply.ranked());
        assertFalse(reply.model().isBlank());
    }

    @Test
    default void returnsNoMoreThanWanted(RerankBench bench) {
        RerankRequest request =
                RerankRequest.of("q", List.of("a", "bb", "ccc", "dddd")).withTop(2);
        assertEquals(2, bench.seenFor(request).content().top(), "the limit is told to the service");
        assertEquals(
                List.of(3, 2),
                bench.model().rerank(request).ranked().stream()
                        .map(RerankReply.Ranked::index)
                        .toList());
    }

    @Test
    default void sendsQueryAndDocumentsWhole(RerankBench bench) {
        Seen<RerankRequest> seen =
                bench.seenFor(RerankRequest.of(Samples.HARD_TEXT, List.of("one", Samples.HARD_TEXT)));
        assertEquals(Samples.HARD_TEXT, seen.content().query());
        assertEquals(List.of("one", Samples.HARD_TEXT), seen.content().documents());
        String id = bench.model().id();
        assertTrue(id.endsWith(":" + seen.model()), () -> seen.model() + " was sent for " + id);
    }

    @Test
    default void sendsTheKeyWhereTheServiceExpectsIt(RerankBench bench) {
        assumeKey(bench);
        assertEquals(
                Optional.of(ServiceBench.CANARY),
                bench.seenFor(RerankRequest.of("q", List.of("one"))).key());
    }

    @Test
    default void asksAnotherModelForOneCall(RerankBench bench) {
        RerankRequest request = RerankRequest.of("q", List.of("one"))
                .withOverrides(Overrides.none().withModel("another-model"));
        assertEquals("another-model", bench.seenFor(request).model());
    }

    @Test
    default void failsWhenTheServiceNamesADocumentThatIsNone(RerankBench bench) {
        bench.answers(request -> bench.service().dialect().ranking(request, List.of(new RerankReply.Ranked(99, 0.5))));
        assertEquals(ErrorCategory.PROTOCOL, bench.failure(bench.model()).category());
    }

    @Test
    default void mapsEveryFailureOfTheService(RerankBench bench) {
        for (WireFailure kind : WireFailure.values()) {
            bench.service().dialect().failure(kind).ifPresent(reply -> {
                bench.answers(request -> reply);
                GatorException e = bench.failure(bench.model());
                assertTrue(kind.allows(e.code()), () -> kind + " became " + e);
                assertFalse(e.toString().contains(ServiceBench.CANARY), "the key in an error");
            });
        }
    }

    @Test
    default void failsWhenTheAnswerIsNotTheServices(RerankBench bench) {
        for (WireReply foreign : List.of(
                WireReply.malformedJson(), WireReply.html("<html></html>"), WireReply.json("{\"hello\":\"world\"}"))) {
            bench.answers(request -> foreign);
            assertEquals(ErrorCategory.PROTOCOL, bench.failure(bench.model()).category());
        }
    }

    @Test
    default void endsInTimeWhenTheServiceDawdles(RerankBench bench) {
        bench.answers(request -> WireReply.json("{}").silent());
        GatorException e = bench.failure(bench.model(bench.service().hasty()));
        assertEquals(ErrorCategory.TIMEOUT, e.category(), e::toString);
    }

    @Test
    default void saysThatTheKeyIsMissing(RerankBench bench) {
        assumeKey(bench);
        GatorException e = bench.failure(bench.model(bench.service().keyless()));
        assertEquals(ProviderError.MISSING_KEY, e.code());
        bench.service().assertNothingSent();
    }

    @Test
    default void sendsNothingWhenAlreadyCancelled(RerankBench bench) {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        RerankRequest request = RerankRequest.of("q", List.of("one"))
                .withContext(CallContext.create().withCancellation(cancellation));
        GatorException e =
                assertThrows(GatorException.class, () -> bench.model().rerank(request));
        assertEquals(CallError.CANCELLED, e.code());
        bench.service().assertNothingSent();
    }

    private static void assumeKey(RerankBench bench) {
        Assumptions.assumeTrue(bench.service().speaks(WireTrait.KEY), "the service wants no key");
    }
}
