package dev.gator.provider.cohere;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import dev.gator.provider.catalog.CardBook;
import dev.gator.provider.http.Endpoint;
import dev.gator.provider.http.ErrorDialect;
import dev.gator.provider.http.HealthProbe;
import dev.gator.provider.http.KeyHeader;
import dev.gator.provider.http.ServiceError;
import dev.gator.provider.http.Transport;
import dev.gator.secret.Secret;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cohere, or a service that speaks its API. Thread-safe; models made here share its connections. The base URL is given
 * without {@code /v2}.
 *
 * <pre>{@code
 * try (Cohere cohere = Cohere.fromEnv()) {
 *     System.out.println(cohere.chat("command-a-03-2025").chat("Why is the sky blue?"));
 * }
 * }</pre>
 */
public final class Cohere implements ModelProvider {

    private static final String NAME = "cohere";
    private static final String KEY_NAME = "CO_API_KEY";
    private static final URI HOME = URI.create("https://api.cohere.com");
    private static final Set<Capability> USUAL = Set.of(
            Capability.TOOLS,
            Capability.PARALLEL_TOOLS,
            Capability.TOOL_CHOICE,
            Capability.JSON_SCHEMA,
            Capability.JSON_MODE,
            Capability.SEED,
            Capability.STOP_SEQUENCES);

    private final Endpoint endpoint;
    private final Transport transport;
    private final CardBook cards;

    private Cohere(ProviderConfig config) {
        this.endpoint = Endpoint.of(NAME, HOME, config)
                .key(KEY_NAME, KeyHeader.BEARER)
                .header("X-Client-Name", "gator")
                .build();
        this.transport = new Transport(config, ErrorDialect.of(Cohere::ownError));
        this.cards = new CardBook(NAME, config.catalog(), Cohere::guess);
    }

    /** Returns Cohere with the key in {@code CO_API_KEY}. */
    public static Cohere fromEnv() {
        return of(ProviderConfig.defaults());
    }

    /** Returns Cohere with that key. */
    public static Cohere of(Secret key) {
        return of(ProviderConfig.builder().key(key).build());
    }

    /** Returns Cohere, or whatever is at the configured address. */
    public static Cohere of(ProviderConfig config) {
        return new Cohere(config);
    }

    /** Returns the factory that a plugin contributes. */
    public static ProviderFactory factory() {
        return new Factory();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ModelKind> kinds() {
        return Set.of(ModelKind.CHAT, ModelKind.EMBEDDING, ModelKind.RERANK);
    }

    @Override
    public Optional<String> usualChatModel() {
        return Optional.of("command-a-03-2025");
    }

    @Override
    public ChatModel chat(String model) {
        return new CohereChat(this, card(model));
    }

    @Override
    public EmbeddingModel embedding(String model) {
        return new CohereEmbedding(this, card(model));
    }

    @Override
    public Reranker reranker(String model) {
        return new CohereReranker(this, card(model));
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return ModelList.ask(this, context);
    }

    @Override
    public ProviderHealth health(CallContext context) {
        return HealthProbe.ask(endpoint, context, within -> ModelList.probe(this, within));
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Returns the provider's name, never the key. */
    @Override
    public String toString() {
        return NAME;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Transport transport() {
        return transport;
    }

    ModelCard card(String model) {
        return cards.of(model);
    }

    private static Set<Capability> guess(String model) {
        EnumSet<Capability> all = EnumSet.copyOf(USUAL);
        if (model.contains("vision") || model.contains("command-a-plus")) {
            all.add(Capability.IMAGE_INPUT);
        }
        if (model.contains("reasoning") || model.contains("command-a-plus")) {
            all.add(Capability.REASONING);
        }
        return all;
    }

    private static Optional<ProviderError> ownError(ServiceError error) {
        if (error.status() == 498) {
            return Optional.of(error.says("token") ? ProviderError.BAD_KEY : ProviderError.CONTENT_REFUSED);
        }
        if (error.says("blocked output", "blocked input")) {
            return Optional.of(ProviderError.CONTENT_REFUSED);
        }
        if (error.status() == 429 && error.says("month")) { // of a trial key; waiting a minute does not help
            return Optional.of(ProviderError.QUOTA_EXHAUSTED);
        }
        if (error.status() == 0 && error.says("timeout", "timed out")) {
            return Optional.of(ProviderError.NO_ANSWER_IN_TIME);
        }
        return error.status() == 0 && error.says("overloaded", "unavailable")
                ? Optional.of(ProviderError.OVERLOADED)
                : Optional.empty();
    }

    private static final class Factory implements ProviderFactory {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String keyName() {
            return KEY_NAME;
        }

        @Override
        public Cohere create(ProviderConfig config) {
            return new Cohere(config);
        }
    }
}
