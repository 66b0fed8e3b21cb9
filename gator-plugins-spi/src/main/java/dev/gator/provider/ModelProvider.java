package dev.gator.provider;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes models of one service or engine. Implementations are thread-safe and override the kinds they have.
 *
 * <p>Making a model costs nothing and reaches no network; a wrong name shows at the first call.
 */
public interface ModelProvider extends AutoCloseable {

    /** Returns the name before the colon in model ids. */
    String name();

    /** Returns the kinds of model it makes. */
    Set<ModelKind> kinds();

    /** Returns a model that answers. */
    default ChatModel chat(String model) {
        throw unsupported(ModelKind.CHAT);
    }

    /** Returns a model that turns texts into vectors. */
    default EmbeddingModel embedding(String model) {
        throw unsupported(ModelKind.EMBEDDING);
    }

    /** Returns a model that orders texts by a query. */
    default Reranker reranker(String model) {
        throw unsupported(ModelKind.RERANK);
    }

    /** Returns the name of the model that answers where an application names only this provider, if it has such a one. */
    default Optional<String> usualChatModel() {
        return Optional.empty();
    }

    /** Asks the service which models it has. */
    List<ModelCard> models(CallContext context);

    /** Asks the service, cheaply and at no cost in money, whether it is well. Never throws. */
    ProviderHealth health(CallContext context);

    /** Lets go of connections and native memory. Models made here cannot be used afterwards. */
    @Override
    void close();

    private GatorException unsupported(ModelKind kind) {
        return new GatorException(
                CallError.UNSUPPORTED,
                "provider " + name() + " has no " + kind.name().toLowerCase(Locale.ROOT) + " models");
    }
}
