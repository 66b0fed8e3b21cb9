package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the model that answers where none is named: the one the application set, else its own ready-made model, else the
 * first provider that has a key, in the order in which they were handed in, else the offline writer, which is told in one line of the log.
 */
final class DefaultModel {

    private static final Logger LOG = LoggerFactory.getLogger(Gator.class);
    private static final String OFFLINE = "offline";

    private final Providers providers;
    private final List<String> first;
    private final Supplier<CallContext> context;
    private final @Nullable String named;
    private @Nullable ChatModel chosen;

    /** Creates the choice; {@code first} are the providers that the application itself added. */
    DefaultModel(Providers providers, List<String> first, Supplier<CallContext> context, @Nullable String named) {
        this.providers = providers;
        this.first = List.copyOf(first);
        this.context = context;
        this.named = named;
    }

    synchronized ChatModel get() {
        ChatModel existing = chosen;
        if (existing == null) {
            existing = named != null ? providers.chat(named) : choose();
            chosen = existing;
        }
        return existing;
    }

    private ChatModel choose() {
        return providers
                .firstReady()
                .or(() -> first.isEmpty() ? Optional.empty() : Optional.of(ofOwn(first.get(0))))
                .or(this::withKey)
                .orElseGet(this::offline);
    }

    /** A provider that the application added is meant, so its lack of a key is an error at the call, not a fallback. */
    private ChatModel ofOwn(String provider) {
        return usual(provider).orElseGet(() -> firstOf(provider));
    }

    private Optional<ChatModel> usual(String provider) {
        return providers
                .find(provider, (made, name) -> made.usualChatModel())
                .map(model -> providers.chat(provider + ":" + model));
    }

    private ChatModel firstOf(String provider) {
        List<ModelCard> cards = providers.find(provider, (made, name) -> made.models(context.get()));
        if (cards.isEmpty()) {
            throw new GatorException(GatorError.NO_MODEL, "the provider " + provider + " lists no models");
        }
        return providers.chat(cards.get(0).id());
    }

    private Optional<ChatModel> withKey() {
        return providers.needingKeys().stream()
                .filter(name -> providers.missingKey(name).isEmpty())
                .flatMap(name -> usual(name).stream())
                .findFirst();
    }

    private ChatModel offline() {
        if (!providers.has(OFFLINE)) {
            throw new GatorException(
                    GatorError.NO_MODEL,
                    "no default model and no provider '" + OFFLINE + "'; there are " + providers.names());
        }
        providers.needingKeys().stream().findFirst().ifPresent(this::tellMissingKey);
        return providers.chat(OFFLINE);
    }

    private void tellMissingKey(String provider) {
        LOG.info(
                "{} provider {}: no key in {}; falling back to {}",
                ProviderError.MISSING_KEY.id(),
                provider,
                providers.missingKey(provider).orElse("the configuration"),
                OFFLINE);
    }
}
