package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Overrides;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Vectors: for each text its own, in order, priced, and in time. */
interface EmbeddingTests {

    @Test
    default void givesEachTextItsVectorInOrder(EmbeddingBench bench) {
        EmbeddingReply reply = bench.answersHonestly().embed("one", "two", "Grüße, 世界!");
        assertEquals(
                List.of(
                        EmbeddingBench.vector("one"),
                        EmbeddingBench.vector("two"),
                        EmbeddingBench.vector("Grüße, 世界!")),
                reply.embeddings());
        assertFalse(reply.model().isBlank());
    }

    @Test
    default void sendsTheModelsNameAndTheTexts(EmbeddingBench bench) {
        Seen<EmbeddingRequest> seen = bench.seenFor(EmbeddingRequest.of("one", Samples.HARD_TEXT));
        assertEquals(List.of("one", Samples.HARD_TEXT), seen.content().texts());
        String id = bench.model().card().id();
        assertTrue(id.endsWith(":" + seen.model()), () -> seen.model() + " was sent for " + id);
    }

    @Test
    default void sendsTheKeyWhereTheServiceExpectsIt(EmbeddingBench bench) {
        assume(bench, WireTrait.KEY);
        assertEquals(
                Optional.of(ServiceBench.CANARY),
                bench.seenFor(EmbeddingRequest.of("one")).key());
    }

    @Test
    default void splitsWhatIsTooMuchForOneCall(EmbeddingBench bench) {
        int largest = bench.model().card().largestBatch();
        Assumptions.assumeTrue(largest <= 5_000, () -> "one call takes " + largest + " texts");
        String[] texts =
                IntStream.range(0, 2 * largest + 1).mapToObj(i -> "text " + i).toArray(String[]::new);
        EmbeddingReply reply = bench.answersHonestly().embed(texts);
        assertEquals(Arrays.stream(texts).map(EmbeddingBench::vector).toList(), reply.embeddings());
        assertEquals(texts.length, reply.usage().input(), "the tokens of all calls together");
        bench.seen()
                .forEach(seen -> assertTrue(
                        seen.content().texts().size() <= largest,
                        () -> seen.content().texts().size() + " texts in one call"));
    }

    @Test
    default void reportsTokensAndPrice(EmbeddingBench bench) {
        EmbeddingReply reply = bench.answersHonestly().embed("one", "two");
        assertEquals(Usage.Origin.REPORTED, reply.usage().origin());
        assertEquals(2, reply.usage().input());
        assertEquals(
                bench.model().card().pricing().map(prices -> prices.cost(reply.usage())), reply.cost(), "the price");
    }

    @Test
    default void saysWhatTheVectorsAreFor(EmbeddingBench bench) {
        assume(bench, WireTrait.EMBEDDING_PURPOSE);
        for (EmbeddingPurpose purpose : List.of(EmbeddingPurpose.QUERY, EmbeddingPurpose.DOCUMENT)) {
            EmbeddingRequest request = EmbeddingRequest.of("one").withPurpose(purpose);
            assertEquals(purpose, bench.seenFor(request).content().purpose());
        }
        bench.model().embed("where?");
        assertEquals(
                EmbeddingPurpose.QUERY,
                bench.seen().get(bench.seen().size() - 1).content().purpose());
    }

    @Test
    default void saysHowManyDimensionsAreWanted(EmbeddingBench bench) {
        assume(bench, WireTrait.EMBEDDING_DIMENSIONS);
        EmbeddingRequest request = EmbeddingRequest.of("one").withDimensions(256);
        assertEquals(256, bench.seenFor(request).content().dimensions());
        assertEquals(0, bench.seenFor(EmbeddingRequest.of("one")).content().dimensions());
    }

    @Test
    default void asksAnotherModelForOneCall(EmbeddingBench bench) {
        EmbeddingRequest request =
                EmbeddingRequest.of("one").withOverrides(Overrides.none().withModel("another-model"));
        assertEquals("another-model", bench.seenFor(request).model());
    }

    @Test
    default void answersManyCallersAtOnceEachWithItsOwn(EmbeddingBench bench) {
        bench.answersHonestly();
        List<CompletableFuture<EmbeddingReply>> replies = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> bench.embed("text " + i)))
                .toList();
        for (int i = 0; i < replies.size(); i++) {
            assertEquals(
                    List.of(EmbeddingBench.vector("text " + i)),
                    replies.get(i).join().embeddings());
        }
    }

    @Test
    default void failsWhenVectorsAreMissing(EmbeddingBench bench) {
        bench.answers(request -> bench.service()
                .dialect()
                .embeddings(request, List.of(EmbeddingBench.vector("one")), Usage.reported(1, 0)));
        assertEquals(ErrorCategory.PROTOCOL, bench.failure(bench.model()).category());
    }

    @Test
    default void mapsEveryFailureOfTheService(EmbeddingBench bench) {
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
    default void failsWhenTheAnswerIsNotTheServices(EmbeddingBench bench) {
        for (WireReply foreign : List.of(
                WireReply.malformedJson(),
                WireReply.html("<html></html>"),
                WireReply.json("{\"hello\":\"world\"}"),
                WireReply.huge("application/json", 64_000_000))) {
            bench.answers(request -> foreign);
            GatorException e = bench.failure(bench.model(bench.service().small()));
            assertEquals(ErrorCategory.PROTOCOL, e.category(), e::toString);
        }
    }

    @Test
    default void endsInTimeWhenTheServiceDawdles(EmbeddingBench bench) {
        for (WireReply slow : List.of(
                WireReply.json("{}").silent(),
                WireReply.json("{\"data\":[]}").hangingAfter(3),
                WireReply.json("{\"data\":[]}").drippingHead(Duration.ofMillis(40)))) {
            bench.answers(request -> slow);
            GatorException e = bench.failure(bench.model(bench.service().hasty()));
            assertEquals(ErrorCategory.TIMEOUT, e.category(), e::toString);
        }
    }

    @Test
    default void saysThatTheKeyIsMissing(EmbeddingBench bench) {
        assume(bench, WireTrait.KEY);
        GatorException e = bench.failure(bench.model(bench.service().keyless()));
        assertEquals(ProviderError.MISSING_KEY, e.code());
        bench.service().assertNothingSent();
    }

    @Test
    default void sendsNothingWhenAlreadyCancelled(EmbeddingBench bench) {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        EmbeddingRequest request =
                EmbeddingRequest.of("one").withContext(CallContext.create().withCancellation(cancellation));
        GatorException e =
                assertThrows(GatorException.class, () -> bench.model().embed(request));
        assertEquals(CallError.CANCELLED, e.code());
        bench.service().assertNothingSent();
    }

    @Test
    default void closesTheSocketWhenCancelled(EmbeddingBench bench) {
        bench.answers(request -> WireReply.json("{}").silent());
        Cancellation cancellation = Cancellation.create();
        EmbeddingRequest request =
                EmbeddingRequest.of("one").withContext(CallContext.create().withCancellation(cancellation));
        CompletableFuture<GatorException> caller = CompletableFuture.supplyAsync(
                () -> assertThrows(GatorException.class, () -> bench.model().embed(request)));
        assertTrue(bench.service().server().awaitRequests(1, ServiceBench.SOON), "the request");
        cancellation.cancel();
        assertTrue(bench.service().server().awaitClientClose(ServiceBench.SOON), "the socket closed");
        assertEquals(CallError.CANCELLED, caller.join().code());
    }

    @Test
    default void hasACardThatNeedsNoNetwork(EmbeddingBench bench) {
        assertNotEquals(0, bench.model().card().largestBatch());
        assertTrue(
                bench.model().card().id().contains(":"),
                () -> bench.model().card().id());
        bench.service().assertNothingSent();
    }

    private static void assume(EmbeddingBench bench, WireTrait trait) {
        Assumptions.assumeTrue(
                bench.service().speaks(trait),
                () -> "the wire format of " + bench.service().dialect().name() + " has no " + trait);
    }
}
