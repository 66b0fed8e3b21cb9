package dev.gator.provider.openai;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import dev.gator.provider.http.Endpoint;
import dev.gator.provider.http.ErrorDialect;
import dev.gator.provider.http.ServiceError;
import dev.gator.provider.http.Transport;
import dev.gator.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * OpenAI, or a service that speaks its language. Thread-safe; models made here share its connections.
 *
 * <pre>{@code
 * try (OpenAi openAi = OpenAi.fromEnv()) {
 *     System.out.println(openAi.chat("gpt-4o-mini").chat("Why is the sky blue?"));
 * }
 * }</pre>
 */
public final class OpenAi implements ModelProvider {

    /** Cheap and able models of the services whose catalogue is known here. */
    private static final Map<String, String> USUAL = Map.of(
            "openai", "gpt-5-mini",
            "groq", "llama-3.3-70b-versatile",
            "deepseek", "deepseek-chat",
            "mistral", "mistral-small-latest");

    private final Service service;
    private final ProviderConfig config;
    private final Endpoint endpoint;
    private final Transport transport;
    private final ModelCards cards;

    OpenAi(Service service, ProviderConfig config) {
        this.service = service;
        this.config = config;
        Endpoint.Builder where = Endpoint.of(service.name(), Azure.base(service, config), config);
        this.endpoint = (service.keyNeeded()
                        ? where.key(service.keyName(), service.keyHeader())
                        : where.optionalKey(service.keyName(), service.keyHeader()))
                .build();
        this.transport = new Transport(config, ErrorDialect.of(OpenAi::ownError));
        this.cards = new ModelCards(service, config.catalog());
    }

    /** Returns OpenAI with the key in {@code OPENAI_API_KEY}. */
    public static OpenAi fromEnv() {
        return of(ProviderConfig.defaults());
    }

    /** Returns OpenAI with that key. */
    public static OpenAi of(Secret key) {
        return of(ProviderConfig.builder().key(key).build());
    }

    /** Returns OpenAI, or whatever is at the configured address. */
    public static OpenAi of(ProviderConfig config) {
        return OpenAiCompatible.OPENAI.create(config);
    }

    /** Returns the factory of OpenAI itself. */
    public static ProviderFactory factory() {
        return OpenAiCompatible.OPENAI.factory();
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<ModelKind> kinds() {
        return Set.of(ModelKind.CHAT, ModelKind.EMBEDDING);
    }

    @Override
    public Optional<String> usualChatModel() {
        return Optional.ofNullable(USUAL.get(service.name()));
    }

    @Override
    public ChatModel chat(String model) {
        return chat(model, OpenAiOptions.defaults());
    }

    /** Returns a model that answers, with options for all requests that bring none of their own. */
    public ChatModel chat(String model, OpenAiOptions usual) {
        return new OpenAiChat(this, card(model), usual);
    }

    @Override
    public EmbeddingModel embedding(String model) {
        return new OpenAiEmbedding(this, model);
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return ModelList.ask(this, context);
    }

    @Override
    public ProviderHealth health(CallContext context) {
        return ModelList.probe(this, context);
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Returns the service's name and address, never the key. */
    @Override
    public String toString() {
        return service.name();
    }

    Service service() {
        return service;
    }

    ProviderConfig config() {
        return config;
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

    String path(String model, String what) {
        return service.has(Quirk.AZURE_PATHS) ? Azure.path(this, model, what) : what;
    }

    private static Optional<ProviderError> ownError(ServiceError error) {
        if (error.is("server_error", "internal_server_error") && error.status() == 0) {
            return Optional.of(ProviderError.SERVER_ERROR);
        }
        return Optional.empty();
    }

    static GatorException noChat(Service service) {
        return new GatorException(ProviderError.MALFORMED_ANSWER, service.name() + " answered JSON of another kind");
    }
}
