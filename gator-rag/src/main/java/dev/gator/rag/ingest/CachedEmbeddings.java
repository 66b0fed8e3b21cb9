package dev.gator.rag.ingest;

import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.store.KeyValueStore;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model that remembers vectors: so many in memory and, if asked, all of them in a key-value store that outlives
 * the process. A text is known by the model, the purpose, the dimensions and its words, apart for each owner. Counts what it
 * saved. Thread-safe; a store that fails costs the saving, never the call.
 */
public final class CachedEmbeddings implements EmbeddingModel {

    private static final int USUAL_ENTRIES = 10_000;

    private final EmbeddingModel model;
    private final Recent recent;
    private final @Nullable KeyValueStore store;
    private final Duration life;
    private final AtomicLong remembered = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong bought = new AtomicLong();

    private CachedEmbeddings(EmbeddingModel model, int entries, @Nullable KeyValueStore store, Duration life) {
        this.model = model;
        this.recent = new Recent(Require.range("vectors in memory", entries, 1, 10_000_000));
        this.store = store;
        this.life = life;
    }

    /** Returns a model that remembers the last 10,000 vectors. */
    public static CachedEmbeddings over(EmbeddingModel model) {
        return new CachedEmbeddings(model, USUAL_ENTRIES, null, KeyValueStore.FOREVER);
    }

    /** Returns a fresh cache over the same model that remembers so many vectors. */
    public CachedEmbeddings withEntries(int most) {
        return new CachedEmbeddings(model, most, store, life);
    }

    /** Returns a fresh cache that also keeps each vector in a store for so long. Whoever made the store closes it. */
    public CachedEmbeddings keptIn(KeyValueStore other, Duration howLong) {
        return new CachedEmbeddings(model, recent.most, other, Require.positive("life of a vector", howLong));
    }

    @Override
    public EmbeddingCard card() {
        return model.card();
    }

    /** Returns what was saved so far. */
    public CacheFigures figures() {
        return new CacheFigures(remembered.get(), kept.get(), bought.get());
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        return answer(request).reply();
    }

    /** Answers, and tells how many of the texts were bought. */
    Answer answer(EmbeddingRequest request) {
        request.context().check();
        Span span = request.context().open(SpanKind.GUARD, "embedding cache");
        try {
            Answer answer = found(request.withContext(span.context()));
            span.note("cache", () -> answer.bought() + " of " + request.texts().size() + " bought");
            span.end();
            return answer;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private Answer found(EmbeddingRequest request) {
        Owner owner = request.context().owner();
        List<String> keys =
                request.texts().stream().map(text -> key(request, text)).toList();
        Map<String, Embedding> known = new LinkedHashMap<>();
        Map<String, String> unknown = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (!known.containsKey(key) && !unknown.containsKey(key)) {
                Embedding vector = find(owner, key);
                if (vector == null) {
                    unknown.put(key, request.texts().get(i));
                } else {
                    known.put(key, vector);
                }
            }
        }
        remembered.addAndGet(keys.size() - known.size() - unknown.size());
        EmbeddingReply fresh = unknown.isEmpty() ? nothing() : buy(request, unknown, known);
        List<Embedding> all = keys.stream().map(known::get).toList();
        return new Answer(new EmbeddingReply(all, fresh.model(), fresh.usage(), fresh.cost()), unknown.size());
    }

    private EmbeddingReply buy(EmbeddingRequest request, Map<String, String> unknown, Map<String, Embedding> known) {
        EmbeddingReply reply = model.embed(request.withTexts(List.copyOf(unknown.values())));
        List<String> keys = new ArrayList<>(unknown.keySet());
        if (reply.embeddings().size() != keys.size()) {
            throw new GatorException(
                    IngestError.WRONG_COUNT,
                    reply.model() + " gave " + reply.embeddings().size() + " vectors for " + keys.size() + " texts");
        }
        bought.addAndGet(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            Embedding vector = reply.embeddings().get(i);
            known.put(keys.get(i), vector);
            keep(request.context().owner(), keys.get(i), vector);
        }
        return reply;
    }

    private @Nullable Embedding find(Owner owner, String key) {
        Embedding vector = recent.find(owner, key);
        if (vector != null) {
            remembered.incrementAndGet();
            return vector;
        }
        vector = read(owner, key).orElse(null);
        if (vector != null) {
            kept.incrementAndGet();
            recent.keep(owner, key, vector);
        }
        return vector;
    }

    private Optional<Embedding> read(Owner owner, String key) {
        if (store == null) {
            return Optional.empty();
        }
        try {
            return store.get(owner, key).flatMap(entry -> VectorText.read(entry.value()));
        } catch (GatorException e) {
            return Optional.empty(); // the model can be asked instead
        }
    }

    private void keep(Owner owner, String key, Embedding vector) {
        recent.keep(owner, key, vector);
        if (store != null) {
            try {
                store.put(owner, key, VectorText.write(vector), life);
            } catch (GatorException ignored) {
                // the vector is there; only the next process has to buy it again
            }
        }
    }

    private EmbeddingReply nothing() {
        return new EmbeddingReply(List.of(), model.card().id(), Usage.NONE, Optional.of(Money.ZERO));
    }

    private String key(EmbeddingRequest request, String text) {
        return "embedding/"
                + Prints.of(
                        model.card().id(),
                        request.purpose().name(),
                        Integer.toString(request.dimensions()),
                        request.overrides().model().orElse(""),
                        request.overrides().baseUrl().map(Object::toString).orElse(""),
                        text);
    }

    /**
     * A reply and what it took.
     *
     * @param reply the vectors
     * @param bought how many different texts the model was asked for
     */
    record Answer(EmbeddingReply reply, int bought) {}

    private record OwnKey(Owner owner, String key) {}

    /** The vectors used last. */
    private static final class Recent {
        private final int most;
        private final Map<OwnKey, Embedding> vectors = new LinkedHashMap<>(16, 0.75f, true);

        Recent(int most) {
            this.most = most;
        }

        synchronized @Nullable Embedding find(Owner owner, String key) {
            return vectors.get(new OwnKey(owner, key));
        }

        synchronized void keep(Owner owner, String key, Embedding vector) {
            vectors.put(new OwnKey(owner, key), vector);
            if (vectors.size() > most) {
                vectors.remove(vectors.keySet().iterator().next());
            }
        }
    }
}
