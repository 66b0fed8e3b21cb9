package dev.gator.provider.ollama;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import dev.gator.provider.catalog.BuiltInCatalog;
import dev.gator.provider.catalog.CardBook;
import dev.gator.provider.http.Endpoint;
import dev.gator.provider.http.ErrorDialect;
import dev.gator.provider.http.HealthProbe;
import dev.gator.provider.http.KeyHeader;
import dev.gator.provider.http.ServiceError;
import dev.gator.provider.http.Transport;
import dev.gator.usage.Pricing;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An Ollama server. Thread-safe; models made here share its connections. A key is only needed where something in front of
 * the server wants one.
 *
 * <pre>{@code
 * try (Ollama ollama = Ollama.local()) {
 *     System.out.println(ollama.chat("llama3.2").chat("Why is the sky blue?"));
 * }
 * }</pre>
 *
 * <p>A model's window is unknown unless {@link OllamaOptions#contextWindow()} sets it: the server decides, and quietly drops
 * the oldest messages of a prompt that is longer.
 */
public final class Ollama implements ModelProvider {

    private static final String NAME = "ollama";
    private static final String KEY_NAME = "OLLAMA_API_KEY";
    private static final URI HOME = URI.create("http://localhost:11434");
    private static final Set<Capability> USUAL = Set.of(
            Capability.TOOLS,
            Capability.PARALLEL_TOOLS,
            Capability.JSON_SCHEMA,
            Capability.JSON_MODE,
            Capability.SEED,
            Capability.STOP_SEQUENCES);

    private final Endpoint endpoint;
    private final Transport transport;
    private final CardBook cards;
    private final boolean hosted;

    private Ollama(ProviderConfig config) {
        this.endpoint = Endpoint.of(NAME, HOME, config)
                .optionalKey(KEY_NAME, KeyHeader.BEARER)
                .build();
        this.transport = new Transport(config, ErrorDialect.of(Ollama::ownError));
        this.cards = new CardBook(NAME, config.catalog().or(Ollama::family), model -> USUAL);
        this.hosted = config.baseUrl()
                .filter(url -> String.valueOf(url.getHost()).endsWith("ollama.com"))
                .isPresent();
    }

    /** Returns the server at its usual port on this machine. */
    public static Ollama local() {
        return of(ProviderConfig.defaults());
    }

    /** Returns the server at the configured address. */
    public static Ollama of(ProviderConfig config) {
        return new Ollama(config);
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
        return Set.of(ModelKind.CHAT, ModelKind.EMBEDDING);
    }

    @Override
    public ChatModel chat(String model) {
        return chat(model, OllamaOptions.defaults());
    }

    /** Returns a chat model with options for every request that brings none of its own. */
    public ChatModel chat(String model, OllamaOptions options) {
        ModelCard card = card(model);
        return new OllamaChat(
                this,
                options.contextWindow() > 0
                        ? card.toBuilder()
                                .contextWindow(options.contextWindow())
                                .build()
                        : card,
                options);
    }

    @Override
    public EmbeddingModel embedding(String model) {
        return new OllamaEmbedding(this, card(model));
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return ModelList.ask(this, context);
    }

    @Override
    public ProviderHealth health(CallContext context) {
        return HealthProbe.ask(endpoint, context, within -> ModelList.version(this, within));
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

    /** Returns a model's card; what runs on the user's own machine costs nothing. */
    ModelCard card(String model) {
        ModelCard card = cards.of(model);
        return hosted || model.endsWith("cloud") || card.pricing().isPresent()
                ? card
                : card.toBuilder().pricing(Pricing.free()).build();
    }

    // "llama3.2:1b" can do what "llama3.2" can
    private static Optional<ModelCard> family(String id) {
        int tag = id.indexOf(':', NAME.length() + 1);
        return tag < 0
                ? Optional.empty()
                : BuiltInCatalog.get().find(id.substring(0, tag)).map(card -> card.withId(id));
    }

    private static Optional<ProviderError> ownError(ServiceError error) {
        if (error.says("context length", "context size")) {
            return Optional.of(ProviderError.CONTEXT_TOO_LONG);
        }
        if (error.says("server busy", "maximum pending requests")) {
            return Optional.of(ProviderError.OVERLOADED);
        }
        if (error.status() == 0 && error.says("not found")) {
            return Optional.of(ProviderError.UNKNOWN_MODEL);
        }
        return error.says("does not support") ? Optional.of(ProviderError.BAD_REQUEST) : Optional.empty();
    }

    private static final class Factory implements ProviderFactory {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String keyName() {
            return "";
        }

        @Override
        public Ollama create(ProviderConfig config) {
            return new Ollama(config);
        }
    }
}
