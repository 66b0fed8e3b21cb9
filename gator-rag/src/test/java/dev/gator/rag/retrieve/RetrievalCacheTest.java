package dev.gator.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.store.Filter;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import dev.gator.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetrievalCacheTest {

    private static final Owner ANN = Owner.of("acme", "ann");
    private static final Owner BOB = Owner.of("acme", "bob");

    private final RetrievalCache cache = RetrievalCache.of(2, Duration.ofMinutes(1));
    private final VectorStore store = cache.watching(VectorStore.inMemory());
    private final AtomicInteger searches = new AtomicInteger();
    private final Stage counting = RetrievalPipelineTest.stage("counting", (search, run) -> {
        searches.incrementAndGet();
        return search;
    });
    private final RetrievalPipeline pipeline = RetrievalPipeline.over(Corpus.of(store, Shelf.NAME))
            .withStages(counting, Stages.search(5))
            .withCache(cache);
    private final ManualTime time = ManualTime.create();

    @Test
    void theSameQuestionIsSearchedOnce() {
        put(ANN, "a", "apples");

        Retrieved first = pipeline.retrieve("apples", as(ANN));
        Retrieved second = pipeline.retrieve("apples", as(ANN));

        assertEquals(first.evidence(), second.evidence());
        assertFalse(first.trace().cached());
        assertTrue(second.trace().cached());
        assertEquals(1, searches.get());
        assertEquals(1, cache.hits());
        assertEquals(1, cache.misses());
    }

    @Test
    void ownersFiltersAndPipelinesAreApart() {
        put(ANN, "a", "apples of Ann");

        assertEquals(1, pipeline.find("apples", as(ANN)).size());
        assertEquals(List.of(), pipeline.find("apples", as(BOB)));
        assertEquals(List.of(), pipeline.where(Filter.exists("year")).find("apples", as(ANN)));
        assertEquals(
                List.of(),
                pipeline.withStages(counting, Stages.search(5), Stages.atLeast(1))
                        .find("apples", as(ANN)));
        assertEquals(0, cache.hits());
    }

    @Test
    void everyChangeIsSeenAtOnce() {
        put(ANN, "a", "apples");
        assertEquals(1, pipeline.find("apples", as(ANN)).size());

        put(ANN, "b", "apples");
        assertEquals(2, pipeline.find("apples", as(ANN)).size());
        store.delete(ANN, Shelf.NAME, Set.of("a"));
        assertEquals(1, pipeline.find("apples", as(ANN)).size());
        store.delete(ANN, Shelf.NAME, Filter.all());
        assertEquals(0, pipeline.find("apples", as(ANN)).size());
        put(ANN, "c", "apples");
        assertEquals(1, pipeline.find("apples", as(ANN)).size());
        store.erase(Owner.tenant("acme"));
        assertEquals(0, pipeline.find("apples", as(ANN)).size());
    }

    @Test
    void whatOthersWriteForgetsNothing() {
        pipeline.find("apples", as(ANN));
        put(BOB, "b", "apples");
        pipeline.find("apples", as(ANN));

        assertEquals(1, cache.hits());
    }

    @Test
    void aChangeDuringASearchIsNotHiddenByIt() {
        Stage writing = RetrievalPipelineTest.stage("writing", (search, run) -> {
            put(ANN, "late", "apples");
            return search;
        });
        RetrievalPipeline slow = pipeline.withStages(Stages.search(5), writing);

        assertEquals(0, slow.find("apples", as(ANN)).size());
        assertEquals(0, cache.size());
        assertEquals(1, slow.find("apples", as(ANN)).size());
    }

    @Test
    void entriesAgeAndAreBounded() {
        pipeline.find("one", as(ANN));
        pipeline.find("two", as(ANN));
        pipeline.find("one", as(ANN));
        pipeline.find("three", as(ANN)); // drops two, which was not used for longest
        assertEquals(2, cache.size());
        pipeline.find("one", as(ANN));
        assertEquals(2, cache.hits());

        time.advance(Duration.ofMinutes(1));
        pipeline.find("one", as(ANN));
        assertEquals(2, cache.hits());
        cache.clear();
        assertEquals(0, cache.size());
    }

    @Test
    void aSearchThatLostAStageIsNotRemembered() {
        Stage failing = RetrievalPipelineTest.stage("failing", (search, run) -> {
            throw new GatorException(ProviderError.OVERLOADED, "busy");
        });

        pipeline.withStages(failing, Stages.search(5)).find("apples", as(ANN));

        assertEquals(0, cache.size());
    }

    private CallContext as(Owner owner) {
        return time.context().withOwner(owner);
    }

    private void put(Owner owner, String id, String text) {
        store.upsert(owner, Shelf.NAME, List.of(VectorRecord.ofText(id, text)));
    }
}
