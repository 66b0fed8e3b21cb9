package dev.gator.resilience.cache;

import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers the vector of each text; asks only for those it does not know, each once. */
final class CachedEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final CachePolicy policy;
    private final Fingerprint prints = new Fingerprint();
    private final Shelf<Embedding> shelf;

    CachedEmbedding(EmbeddingModel model, CachePolicy policy) {
        this.model = model;
        this.policy = policy;
        this.shelf = new Shelf<>(policy);
    }

    @Override
    public EmbeddingCard card() {
        return model.card();
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        request.context().check();
        Span span = request.context().open(SpanKind.GUARD, "cache");
        try {
            EmbeddingReply reply = known(request, span);
            span.end();
            return reply;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private EmbeddingReply known(EmbeddingRequest request, Span span) {
        Map<CacheKey, Embedding> known = new LinkedHashMap<>();
        Map<CacheKey, String> unknown = new LinkedHashMap<>();
        List<CacheKey> keys = new ArrayList<>();
        for (String text : request.texts()) {
            CacheKey key = key(request, text);
            keys.add(key);
            Embedding vector = shelf.find(key);
            if (vector == null) {
                unknown.put(key, text);
            } else {
                known.put(key, vector);
            }
        }
        span.note("cache", () -> known.size() + " hits, " + unknown.size() + " misses");
        EmbeddingReply fresh = unknown.isEmpty() ? nothing() : ask(request, unknown, span);
        int next = 0;
        for (CacheKey key : unknown.keySet()) {
            Embedding vector = fresh.embeddings().get(next++);
            shelf.keep(key, vector);
            known.put(key, vector);
        }
        List<Embedding> all = keys.stream().map(known::get).toList();
        return new EmbeddingReply(all, fresh.model(), fresh.usage(), fresh.cost());
    }

    private EmbeddingReply ask(EmbeddingRequest request, Map<CacheKey, String> unknown, Span span) {
        return model.embed(request.withTexts(List.copyOf(unknown.values())).withContext(span.context()));
    }

    private EmbeddingReply nothing() {
        return new EmbeddingReply(List.of(), model.card().id(), Usage.NONE, Optional.of(Money.ZERO));
    }

    private CacheKey key(EmbeddingRequest request, String text) {
        Owner owner = policy.owner(request.context());
        String where = request.overrides().baseUrl().map(Object::toString).orElse("");
        return new CacheKey(
                owner,
                prints.of(
                        model.card().id(),
                        policy.version(),
                        request.purpose().name(),
                        Integer.toString(request.dimensions()),
                        request.overrides().model().orElse(""),
                        where,
                        text));
    }
}
