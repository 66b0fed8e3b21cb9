package dev.gator.local;

import dev.gator.call.CallContext;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models of this machine: {@code local:<path>.gguf} answers, {@code local:all-minilm-l6-v2} embeds,
 * {@code local:lexical} reranks. A model asked for twice is one model, loaded once. Thread-safe.
 */
public final class LocalModels implements ModelProvider {

    /** The name before the colon. */
    public static final String NAME = "local";

    private static final String MINI_LM = "all-minilm-l6-v2";
    private static final String LEXICAL = "lexical";

    private final Map<Path, GgufModel> chats = new ConcurrentHashMap<>();
    private final MiniLmEmbeddings embeddings = MiniLmEmbeddings.create();
    private final TimeSource time;

    private LocalModels(TimeSource time) {
        this.time = time;
    }

    /** Returns the models of this machine; nothing is loaded before it is used. */
    public static LocalModels create() {
        return new LocalModels(TimeSource.system());
    }

    /** Returns what makes the provider from a configuration, as plugins hand it in. */
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

    /** Returns the model in the file of that path; the file is read at the first call. */
    @Override
    public ChatModel chat(String model) {
        try {
            return chats.computeIfAbsent(Path.of(model), GgufModel::open);
        } catch (InvalidPathException e) {
            throw unknown(model, "local:<path to a .gguf file>");
        }
    }

    @Override
    public EmbeddingModel embedding(String model) {
        if (model.equals(MINI_LM)) {
            return embeddings;
        }
        throw unknown(model, MiniLmEmbeddings.ID);
    }

    @Override
    public Reranker reranker(String model) {
        if (model.equals(LEXICAL)) {
            return LexicalReranker.create();
        }
        throw unknown(model, LexicalReranker.ID);
    }

    /** Returns the files that were asked for so far; a disk is not searched. */
    @Override
    public List<ModelCard> models(CallContext context) {
        return chats.values().stream().map(GgufModel::card).toList();
    }

    /** Tells which kinds have their optional dependencies here. */
    @Override
    public ProviderHealth health(CallContext context) {
        long began = time.nanos();
        String detail = "reranking ready; sentence embeddings " + ready(LocalJars::requireMiniLm) + "; GGUF models "
                + ready(LocalJars::requireGguf);
        return new ProviderHealth(NAME, ProviderHealth.State.HEALTHY, detail, Duration.ofNanos(time.nanos() - began));
    }

    /** Frees the native memory of every model made here. */
    @Override
    public void close() {
        chats.values().forEach(GgufModel::close);
        embeddings.close();
    }

    private static String ready(Runnable requirement) {
        try {
            requirement.run();
            return "ready";
        } catch (GatorException e) {
            return "off: " + e.detail();
        }
    }

    private static GatorException unknown(String model, String known) {
        return new GatorException(
                ProviderError.UNKNOWN_MODEL, "no local model is called " + model + "; there is " + known);
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
        public LocalModels create(ProviderConfig config) {
            return new LocalModels(config.time());
        }
    }
}
