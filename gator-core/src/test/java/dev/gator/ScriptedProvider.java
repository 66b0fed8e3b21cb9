package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A provider of one scripted model. */
final class ScriptedProvider implements ModelProvider, ProviderFactory {

    final AtomicBoolean closed = new AtomicBoolean();
    private final String name;
    private final ScriptedModel model;
    private String keyName = "";
    private boolean broken;

    ScriptedProvider(String name, ScriptedModel model) {
        this.name = name;
        this.model = model;
    }

    ScriptedProvider needing(String key) {
        keyName = key;
        return this;
    }

    ScriptedProvider broken() {
        broken = true;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String keyName() {
        return keyName;
    }

    @Override
    public ModelProvider create(ProviderConfig config) {
        return this;
    }

    @Override
    public Set<ModelKind> kinds() {
        return Set.of(ModelKind.CHAT, ModelKind.EMBEDDING, ModelKind.RERANK);
    }

    @Override
    public ChatModel chat(String id) {
        return model.card(model.card().withId(id.isEmpty() ? name : name + ":" + id));
    }

    @Override
    public EmbeddingModel embedding(String id) {
        return ScriptedEmbeddings.create();
    }

    @Override
    public Reranker reranker(String id) {
        return new Reranker() {
            @Override
            public String id() {
                return name + ":" + id;
            }

            @Override
            public RerankReply rerank(RerankRequest request) {
                return new RerankReply(List.of(new RerankReply.Ranked(0, 1)), id(), Usage.NONE, Optional.empty());
            }
        };
    }

    @Override
    public Optional<String> usualChatModel() {
        return keyName.isEmpty() ? Optional.empty() : Optional.of("usual");
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        if (broken) {
            throw new GatorException(ProviderError.UNREACHABLE, "nobody there");
        }
        return List.of(ModelCard.of(name + ":one").build());
    }

    @Override
    public ProviderHealth health(CallContext context) {
        if (broken) {
            throw new UnsupportedOperationException("a provider must not throw here");
        }
        return new ProviderHealth(name, ProviderHealth.State.HEALTHY, "", Duration.ZERO);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
