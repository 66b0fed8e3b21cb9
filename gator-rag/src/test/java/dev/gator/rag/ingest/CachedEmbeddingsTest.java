package dev.gator.rag.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.store.KeyValueStore;
import dev.gator.store.PageRequest;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedEmbeddingsTest {

    private final ScriptedEmbeddings model = ScriptedEmbeddings.create();

    @Test
    void asksForEachTextOnceAndAnswersInOrder() {
        CachedEmbeddings cached = CachedEmbeddings.over(model);
        EmbeddingReply first = cached.embed(EmbeddingRequest.of("a", "b", "a"));
        assertEquals(List.of("a", "b"), model.requests().get(0).texts());
        EmbeddingReply second = cached.embed(EmbeddingRequest.of("c", "a"));
        assertEquals(List.of("c"), model.requests().get(1).texts());
        assertEquals(first.embeddings().get(0), second.embeddings().get(1));
        assertEquals(first.embeddings().get(0), first.embeddings().get(2));
        EmbeddingReply known = cached.embed(EmbeddingRequest.of("b"));
        assertEquals(Usage.NONE, known.usage());
        assertEquals(Optional.of(Money.ZERO), known.cost());
        assertEquals(new CacheFigures(3, 0, 3), cached.figures());
        assertEquals(0.5, cached.figures().hitRate());
    }

    @Test
    void purposesDimensionsAndOwnersAreKeptApart() {
        CachedEmbeddings cached = CachedEmbeddings.over(model);
        EmbeddingRequest request = EmbeddingRequest.of("a");
        cached.embed(request);
        cached.embed(request.withPurpose(EmbeddingPurpose.QUERY));
        cached.embed(request.withDimensions(8));
        cached.embed(request.withContext(CallContext.create().withOwner(Owner.user("ann"))));
        assertEquals(new CacheFigures(0, 0, 4), cached.figures());
    }

    @Test
    void remembersNoMoreThanItMay() {
        CachedEmbeddings cached = CachedEmbeddings.over(model).withEntries(2);
        cached.embed(EmbeddingRequest.of("a", "b"));
        cached.embed(EmbeddingRequest.of("a"));
        cached.embed(EmbeddingRequest.of("c"));
        cached.embed(EmbeddingRequest.of("a"));
        assertEquals(3, cached.figures().bought());
        cached.embed(EmbeddingRequest.of("b"));
        assertEquals(4, cached.figures().bought(), "b was used longest ago");
    }

    @Test
    void aStoreOutlivesTheCacheUntilTheVectorEnds() {
        ManualTime time = ManualTime.create();
        KeyValueStore store = KeyValueStore.inMemory(time);
        Embedding bought =
                CachedEmbeddings.over(model).keptIn(store, Duration.ofDays(1)).embed("a");
        CachedEmbeddings next = CachedEmbeddings.over(model).keptIn(store, Duration.ofDays(1));
        assertEquals(bought, next.embed("a"));
        assertEquals(new CacheFigures(0, 1, 0), next.figures());
        time.advance(Duration.ofDays(2));
        CachedEmbeddings late = CachedEmbeddings.over(model).keptIn(store, Duration.ofDays(1));
        late.embed("a");
        assertEquals(new CacheFigures(0, 0, 1), late.figures());
    }

    @Test
    void aBrokenEntryOrStoreCostsOnlyTheSaving() {
        KeyValueStore store = KeyValueStore.inMemory(TimeSource.system());
        CachedEmbeddings.over(model).keptIn(store, Duration.ofDays(1)).embed("a");
        String key = store.keys(Owner.DEFAULT, "embedding/", PageRequest.first(10))
                .items()
                .get(0);
        store.put(Owner.DEFAULT, key, "%%%");
        CachedEmbeddings next = CachedEmbeddings.over(model).keptIn(store, Duration.ofDays(1));
        assertEquals(model.embed("a"), next.embed("a"));
        assertEquals(1, next.figures().bought());
        store.close();
        assertEquals(model.embed("b"), next.embed("b"));
        assertEquals(2, next.figures().bought());
    }
}
