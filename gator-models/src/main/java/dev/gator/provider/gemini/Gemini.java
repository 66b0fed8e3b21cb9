package dev.gator.provider.gemini;

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
import dev.gator.provider.catalog.CardBook;
import dev.gator.provider.http.Endpoint;
import dev.gator.provider.http.ErrorDialect;
import dev.gator.provider.http.HealthProbe;
import dev.gator.provider.http.KeyHeader;
import dev.gator.provider.http.ServiceError;
import dev.gator.provider.http.Transport;
import dev.gator.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Google's Gemini models. Thread-safe; models made here share its connections. The base URL ends in the version of the
 * interface, {@code /v1beta}.
 *
 * <pre>{@code
 * try (Gemini gemini = Gemini.fromEnv()) {
 *     System.out.println(gemini.chat("gemini-flash-latest").chat("Why is the sky blue?").text());
 * }
 * }</pre>
 */
public final class Gemini implements ModelProvider {

    private static final String NAME = "gemini";
    private static final String KEY_NAME = "GEMINI_API_KEY";
    private static final URI HOME = URI.create("https://generativelanguage.googleapis.com/v1beta");
    private static final Set<Capability> USUAL = Set.of(
            Capability.TOOLS,
            Capability.PARALLEL_TOOLS,
            Capability.TOOL_CHOICE,
            Capability.JSON_SCHEMA,
            Capability.JSON_MODE,
            Capability.IMAGE_INPUT,
            Capability.DOCUMENT_INPUT,
            Capability.AUDIO_INPUT,
            Capability.REASONING,
            Capability.SEED,
            Capability.STOP_SEQUENCES);

    private final Endpoint endpoint;
    private final Transport transport;
    private final CardBook cards;

    private Gemini(ProviderConfig config) {
        this.endpoint = Endpoint.of(NAME, HOME, config)
                .key(KEY_NAME, KeyHeader.plain("x-goog-api-key"))
                .build();
        this.transport = new Transport(config, ErrorDialect.of(Gemini::ownError));
        this.cards = new CardBook(NAME, config.catalog(), model -> USUAL);
    }

    /** Returns Gemini with the key in {@code GEMINI_API_KEY}. */
    public static Gemini fromEnv() {
        return of(ProviderConfig.defaults());
    }

    /** Returns Gemini with that key. */
    public static Gemini of(Secret key) {
        return of(ProviderConfig.builder().key(key).build());
    }

    /** Returns Gemini, or whatever is at the configured address. */
    public static Gemini of(ProviderConfig config) {
        return new Gemini(config);
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
    public Optional<String> usualChatModel() {
        return Optional.of("gemini-2.5-flash");
    }

    @Override
    public ChatModel chat(String model) {
        return chat(model, GeminiOptions.defaults());
    }

    /** Returns a model that answers with these options wherever a request brings none of its own. */
    public ChatModel chat(String model, GeminiOptions options) {
        return new GeminiChat(this, card(model), options);
    }

    @Override
    public EmbeddingModel embedding(String model) {
        return new GeminiEmbedding(this, card(model));
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

    /** Returns what a model is called in addresses and bodies; a bare name is one of Google's own models. */
    static String resource(String model) {
        return model.startsWith("models/") || model.startsWith("tunedModels/") ? model : "models/" + model;
    }

    /** Returns the path of a method of a model, whatever characters its name has. */
    static String path(String model, String method) {
        String encoded = URLEncoder.encode(resource(model), StandardCharsets.UTF_8);
        return "/" + encoded.replace("+", "%20").replaceFirst("%2F", "/") + ":" + method;
    }

    private static Optional<ProviderError> ownError(ServiceError error) {
        if (error.says("api key not valid", "api key expired", "api_key_invalid")) {
            return Optional.of(ProviderError.BAD_KEY);
        }
        if (error.says("exceeds the maximum number of tokens")) {
            return Optional.of(ProviderError.CONTEXT_TOO_LONG);
        }
        if (error.says("credits are depleted")) {
            return Optional.of(ProviderError.QUOTA_EXHAUSTED);
        }
        if (error.says("location is not supported")) {
            return Optional.of(ProviderError.FORBIDDEN);
        }
        return error.status() == 0 ? inStream(error) : Optional.empty();
    }

    // within a stream there is no status to go by, but Google's own word for it
    private static Optional<ProviderError> inStream(ServiceError error) {
        return switch (error.type()) {
            case "UNAVAILABLE" -> Optional.of(ProviderError.OVERLOADED);
            case "DEADLINE_EXCEEDED" -> Optional.of(ProviderError.NO_ANSWER_IN_TIME);
            case "UNAUTHENTICATED" -> Optional.of(ProviderError.BAD_KEY);
            case "PERMISSION_DENIED" -> Optional.of(ProviderError.FORBIDDEN);
            case "NOT_FOUND" -> Optional.of(ProviderError.UNKNOWN_MODEL);
            case "INVALID_ARGUMENT", "FAILED_PRECONDITION" -> Optional.of(ProviderError.BAD_REQUEST);
            default -> Optional.empty();
        };
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
        public Gemini create(ProviderConfig config) {
            return new Gemini(config);
        }
    }
}
