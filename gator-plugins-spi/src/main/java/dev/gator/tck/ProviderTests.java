package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderHealth;
import dev.gator.tck.wire.WireReply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Providers: what they make, what they list, how they are, and how they end. */
interface ProviderTests {

    @Test
    default void tellsItsNameAndKinds(ProviderBench bench) {
        assertFalse(bench.provider().name().isBlank());
        assertFalse(bench.provider().name().contains(":"), "the colon ends the name in model ids");
        assertFalse(bench.provider().kinds().isEmpty());
    }

    @Test
    default void makesTheKindsItClaimsAndNoOthers(ProviderBench bench) {
        ModelProvider provider = bench.provider();
        check(provider, ModelKind.CHAT, () -> provider.chat("any-name").card().id());
        check(provider, ModelKind.EMBEDDING, () -> provider.embedding("any-name")
                .card()
                .id());
        check(provider, ModelKind.RERANK, () -> provider.reranker("any-name").id());
        bench.service().assertNothingSent();
    }

    @Test
    default void listsTheModelsOfTheService(ProviderBench bench) {
        List<ModelCard> cards =
                bench.serves("model-one", "model-two").provider().models(CallContext.create());
        String name = bench.provider().name();
        assertEquals(
                List.of(name + ":model-one", name + ":model-two"),
                cards.stream().map(ModelCard::id).sorted().toList());
    }

    @Test
    default void failsToListWhenTheServiceFails(ProviderBench bench) {
        bench.service().answersAnything(WireReply.html("<html>500</html>"));
        assertThrows(GatorException.class, () -> bench.provider().models(CallContext.create()));
    }

    @Test
    default void isHealthyWhenTheServiceIs(ProviderBench bench) {
        ProviderHealth health = bench.serves().provider().health(CallContext.create());
        assertTrue(health.isUsable(), health::toString);
        assertEquals(bench.provider().name(), health.provider());
        assertFalse(health.took().isNegative());
        boolean asked = bench.service().server().requestCount() > 0;
        assertEquals(
                asked ? ProviderHealth.State.HEALTHY : ProviderHealth.State.UNKNOWN,
                health.state(),
                "a provider that asks nobody does not know");
    }

    @Test
    default void isUnhealthyWhenTheServiceFailsAndNeverThrows(ProviderBench bench) {
        assumeProbe(bench);
        for (WireReply bad : List.of(
                WireReply.text(500, "broken"),
                WireReply.text(401, "bad key " + ServiceBench.CANARY),
                WireReply.malformedJson().resetBeforeHead(),
                WireReply.json("{}").silent())) {
            bench.service().answersAnything(bad);
            ProviderHealth health = bench.provider(bench.service().hasty()).health(CallContext.create());
            assertEquals(ProviderHealth.State.UNHEALTHY, health.state(), () -> bad + " gave " + health);
            assertFalse(health.toString().contains(ServiceBench.CANARY), "the key in the health");
        }
    }

    @Test
    default void isUnhealthyWhenNobodyListens(ProviderBench bench) {
        assumeProbe(bench);
        ModelProvider provider = bench.provider();
        bench.service().server().close();
        assertEquals(ProviderHealth.State.UNHEALTHY, bench.state(provider));
    }

    @Test
    default void isNotConfiguredWithoutAKey(ProviderBench bench) {
        Assumptions.assumeTrue(bench.service().speaks(WireTrait.KEY), "the service wants no key");
        ModelProvider provider = bench.provider(bench.service().keyless());
        assertEquals(ProviderHealth.State.NOT_CONFIGURED, bench.state(provider));
        bench.service().assertNothingSent();
    }

    @Test
    default void keepsItsKeyToItself(ProviderBench bench) {
        assertFalse(bench.provider().toString().contains(ServiceBench.CANARY), "the key in toString");
    }

    @Test
    default void refusesWorkOnceClosed(ProviderBench bench) {
        ModelProvider provider = bench.serves("model-one").provider();
        Assumptions.assumeTrue(provider.kinds().contains(ModelKind.CHAT), "the provider has no chat models");
        ChatModel model = provider.chat("model-one");
        provider.close();
        provider.close();
        GatorException e = assertThrows(GatorException.class, () -> model.chat(Samples.question()));
        assertEquals(CallError.CLOSED, e.code(), e::toString);
        bench.service().assertNothingSent();
    }

    @Test
    default void endsRunningCallsWhenClosed(ProviderBench bench) {
        bench.service().answersAnything(WireReply.json("{}").silent());
        ModelProvider provider = bench.provider();
        Assumptions.assumeTrue(provider.kinds().contains(ModelKind.CHAT), "the provider has no chat models");
        ChatModel model = provider.chat("model-one");
        CompletableFuture<GatorException> caller = CompletableFuture.supplyAsync(
                () -> assertThrows(GatorException.class, () -> model.chat(Samples.question())));
        assertTrue(bench.service().server().awaitRequests(1, ServiceBench.SOON), "the request");
        provider.close();
        assertTrue(bench.service().server().awaitClientClose(ServiceBench.SOON), "the socket of the running call");
        assertFalse(caller.join().remedy().isBlank());
    }

    private static void assumeProbe(ProviderBench bench) {
        bench.serves();
        Assumptions.assumeTrue(
                bench.state(bench.provider()) != ProviderHealth.State.UNKNOWN, "the service has no probe that is free");
    }

    private static void check(ModelProvider provider, ModelKind kind, Making making) {
        if (provider.kinds().contains(kind)) {
            assertTrue(making.id().startsWith(provider.name() + ":"), making::id);
        } else {
            GatorException e = assertThrows(GatorException.class, making::id);
            assertEquals(CallError.UNSUPPORTED, e.code(), e::toString);
        }
    }

    /** Makes a model and returns its id. */
    @FunctionalInterface
    interface Making {
        /** Returns the id. */
        String id();
    }
}
