package dev.gator.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.plugin.GatorPlugin;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import dev.gator.provider.builtin.BuiltInProviders;
import dev.gator.provider.catalog.BuiltInCatalog;
import dev.gator.provider.http.KeyHeader;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import dev.gator.tck.WireFailure;
import dev.gator.tck.provider.OpenAiWire;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Embeddings, model lists, health, the presets and the catalogue. */
class OpenAiServicesTest {

    private final WireServer server = WireServer.start();
    private final OpenAiWire wire = OpenAiWire.create();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "TOGETHER"})
    void embedsPackedAndPlain(OpenAiCompatible service) {
        List<Embedding> vectors = List.of(Embedding.of(0.25f, -1f, 3e-7f), Embedding.of(1f, 2f, 3f));
        server.on("POST", "/v1/embeddings").reply(request -> wire.embeddings(request, vectors, Usage.reported(9, 0)));
        try (OpenAi provider = service.create(config())) {
            EmbeddingReply reply = provider.embedding("text-embedding-3-small")
                    .embed(EmbeddingRequest.of("one", "two").withDimensions(3));
            assertEquals(vectors, reply.embeddings());
            assertEquals(9, reply.usage().input());
        }
        JsonObject sent = Json.parse(server.lastRequest().text()).asObject();
        assertEquals(3, sent.number("dimensions").longValue());
        assertEquals(service == OpenAiCompatible.OPENAI, sent.has("encoding_format"));
    }

    @Test
    void splitsLargeBatchesAndKeepsTheOrder() {
        server.on("POST", "/v1/embeddings").reply(request -> {
            List<Embedding> vectors = new ArrayList<>();
            for (Json text : Json.parse(request.text()).asObject().array("input")) {
                vectors.add(Embedding.of(Float.parseFloat(text.asString()), 1));
            }
            return wire.embeddings(request, vectors, Usage.reported(vectors.size(), 0));
        });
        List<String> texts = IntStream.range(0, 5000).mapToObj(String::valueOf).toList();
        try (OpenAi provider = OpenAi.of(config())) {
            EmbeddingReply reply = provider.embedding("text-embedding-3-small").embed(EmbeddingRequest.of(texts));
            assertEquals(3, server.requestCount());
            assertEquals(5000, reply.usage().input());
            assertEquals("$0.0001", reply.cost().orElseThrow().toString());
            for (int i = 0; i < 5000; i++) {
                assertEquals(i, reply.embeddings().get(i).get(0));
            }
        }
    }

    @Test
    void refusesVectorsThatDoNotFit() {
        server.on("POST", "/v1/embeddings")
                .reply(
                        WireReply.json("{\"data\":[{\"index\":0,\"embedding\":\"AAAA\"}]}"),
                        WireReply.json("{\"data\":[{\"index\":7,\"embedding\":[1]}]}"),
                        WireReply.json("{\"data\":[]}"),
                        WireReply.json("{\"data\":[{\"index\":0,\"embedding\":\"!!\"}]}"));
        try (OpenAi provider = OpenAi.of(config())) {
            for (int i = 0; i < 4; i++) {
                GatorException e = assertThrows(
                        GatorException.class, () -> provider.embedding("e").embed(EmbeddingRequest.of("one")));
                assertTrue(
                        e.code() == ProviderError.MALFORMED_ANSWER
                                || e.getMessage().contains("dimensions"),
                        e.toString());
            }
        }
    }

    @Test
    void listsModels() {
        server.on("GET", "/v1/models")
                .reply(
                        wire.models(null, List.of("gpt-4o", "new-one")),
                        WireReply.json("[{\"id\":\"alone\"}]"),
                        WireReply.json("{}"));
        try (OpenAi provider = OpenAi.of(config())) {
            List<ModelCard> models = provider.models(CallContext.create());
            assertEquals(
                    List.of("openai:gpt-4o", "openai:new-one"),
                    models.stream().map(ModelCard::id).toList());
            assertTrue(models.get(0).pricing().isPresent());
            assertTrue(models.get(1).pricing().isEmpty());
            assertEquals(
                    "openai:alone", provider.models(CallContext.create()).get(0).id());
            assertThrows(GatorException.class, () -> provider.models(CallContext.create()));
        }
    }

    @Test
    void tellsItsHealthWithoutThrowing() {
        server.on("GET", "/v1/models")
                .reply(
                        wire.models(null, List.of("m")),
                        wire.failure(WireFailure.WRONG_KEY).orElseThrow());
        try (OpenAi provider = OpenAi.of(config())) {
            assertEquals(
                    ProviderHealth.State.HEALTHY,
                    provider.health(CallContext.create()).state());
            ProviderHealth sick = provider.health(CallContext.create());
            assertEquals(ProviderHealth.State.UNHEALTHY, sick.state());
            assertTrue(sick.detail().contains("GATOR-PRV-004"), sick.detail());
        }
        try (OpenAi bare =
                OpenAi.of(ProviderConfig.builder().secrets(SecretSource.none()).build())) {
            assertEquals(
                    ProviderHealth.State.NOT_CONFIGURED,
                    bare.health(CallContext.create()).state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetIsComplete(OpenAiCompatible service) {
        ProviderFactory factory = service.factory();
        assertEquals(service.provider(), factory.name());
        assertFalse(factory.keyName().isBlank());
        ProviderConfig config =
                ProviderConfig.builder().secrets(SecretSource.none()).build();
        try (OpenAi provider = service.create(config)) {
            assertEquals(service.provider(), provider.name());
            assertTrue(provider.chat("m").card().can(Capability.TOOLS));
            assertEquals(
                    service.provider() + ":m", provider.embedding("m").card().id());
            if (service != OpenAiCompatible.AZURE && service != OpenAiCompatible.OTHER) {
                provider.endpoint().resolve(Overrides.none().withKey(Secret.of("k-123456")));
            }
        }
        assertTrue(KeyHeader.BEARER.prefix().endsWith(" "));
    }

    @Test
    void registersThroughTheServiceLoader() {
        boolean found = ServiceLoader.load(GatorPlugin.class).stream()
                .anyMatch(provider -> provider.type() == BuiltInProviders.class);
        assertTrue(found);
        BuiltInProviders plugin = new BuiltInProviders();
        assertEquals("dev.gator.providers", plugin.manifest().id());
        List<String> names =
                BuiltInProviders.factories().stream().map(ProviderFactory::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        assertTrue(names.containsAll(List.of("openai", "azure", "groq", "mistral", "deepseek", "openrouter", "vllm")));
    }

    @Test
    void knowsModelsAndTheirPrices() {
        ModelCard mini = BuiltInCatalog.get().find("openai:gpt-4o-mini").orElseThrow();
        assertEquals("$0.15", mini.pricing().orElseThrow().input().toString());
        assertEquals(128_000, mini.contextWindow().orElseThrow());
        assertTrue(BuiltInCatalog.get().find("openai:none").isEmpty());
        assertTrue(BuiltInCatalog.get().find("../etc:passwd").isEmpty());
        assertTrue(BuiltInCatalog.get()
                        .find("deepseek:deepseek-chat")
                        .orElseThrow()
                        .pricing()
                        .orElseThrow()
                        .asOf()
                != null);
        assertFalse(BuiltInCatalog.get()
                .find("groq:llama-3.1-8b-instant")
                .orElseThrow()
                .can(Capability.IMAGE_INPUT));
    }

    private ProviderConfig config() {
        return ProviderConfig.builder()
                .key(Secret.of("key-123456"))
                .baseUrl(server.url() + "/v1")
                .build();
    }
}
