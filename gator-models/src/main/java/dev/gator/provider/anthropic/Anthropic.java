package dev.gator.provider.anthropic;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
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
 * Anthropic, or a service that speaks its messages API. Thread-safe; models made here share its connections. The base URL
 * is given without {@code /v1}.
 *
 * <pre>{@code
 * try (Anthropic anthropic = Anthropic.fromEnv()) {
 *     System.out.println(anthropic.chat("claude-haiku-4-5").chat("Why is the sky blue?").text());
 * }
 * }</pre>
 */
public final class Anthropic implements ModelProvider {

    private static final String NAME = "anthropic";
    private static final String KEY_NAME = "ANTHROPIC_API_KEY";
    private static final URI HOME = URI.create("https://api.anthropic.com");
    private static final String VERSION = "2023-06-01";
    private static final Set<Capability> USUAL = Set.of(
            Capability.TOOLS,
            Capability.PARALLEL_TOOLS,
            Capability.TOOL_CHOICE,
            Capability.JSON_SCHEMA,
            Capability.IMAGE_INPUT,
            Capability.DOCUMENT_INPUT,
            Capability.PROMPT_CACHE,
            Capability.STOP_SEQUENCES);

    private final Endpoint endpoint;
    private final Transport transport;
    private final CardBook cards;

    private Anthropic(ProviderConfig config) {
        this.endpoint = Endpoint.of(NAME, HOME, config)
                .key(KEY_NAME, KeyHeader.plain("x-api-key"))
                .header("anthropic-version", VERSION)
                .build();
        this.transport = new Transport(config, ErrorDialect.of(Anthropic::ownError));
        this.cards = new CardBook(NAME, config.catalog(), Anthropic::guess);
    }

    /** Returns Anthropic with the key in {@code ANTHROPIC_API_KEY}. */
    public static Anthropic fromEnv() {
        return of(ProviderConfig.defaults());
    }

    /** Returns Anthropic with that key. */
    public static Anthropic of(Secret key) {
        return of(ProviderConfig.builder().key(key).build());
    }

    /** Returns Anthropic, or whatever is at the configured address. */
    public static Anthropic of(ProviderConfig config) {
        return new Anthropic(config);
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
        return Set.of(ModelKind.CHAT);
    }

    @Override
    public Optional<String> usualChatModel() {
        return Optional.of("claude-haiku-4-5");
    }

    @Override
    public ChatModel chat(String model) {
        return chat(model, AnthropicOptions.defaults());
    }

    /** Returns a model that answers with these options wherever a request brings none of its own. */
    public ChatModel chat(String model, AnthropicOptions options) {
        return new AnthropicChat(this, card(model), options);
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
        ClaudeVersion version = ClaudeVersion.of(model);
        if (version.thinks()) {
            all.add(Capability.REASONING);
        }
        if (version.refusesDemands()) {
            all.remove(Capability.TOOL_CHOICE);
        }
        return all;
    }

    private static Optional<ProviderError> ownError(ServiceError error) {
        if (error.is("billing_error") || error.says("credit balance is too low")) {
            return Optional.of(ProviderError.QUOTA_EXHAUSTED);
        }
        if (error.says("exceed context limit", "exceeds the context limit")) {
            return Optional.of(ProviderError.CONTEXT_TOO_LONG);
        }
        if (error.says("content filtering policy")) {
            return Optional.of(ProviderError.CONTENT_REFUSED);
        }
        if (error.status() == 0) {
            return inStream(error);
        }
        return Optional.empty();
    }

    // within a stream there is no status to go by
    private static Optional<ProviderError> inStream(ServiceError error) {
        if (error.is("permission_error")) {
            return Optional.of(ProviderError.FORBIDDEN);
        }
        if (error.is("not_found_error")) {
            return Optional.of(ProviderError.UNKNOWN_MODEL);
        }
        return error.is("timeout_error") ? Optional.of(ProviderError.NO_ANSWER_IN_TIME) : Optional.empty();
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
        public Anthropic create(ProviderConfig config) {
            return new Anthropic(config);
        }
    }
}
