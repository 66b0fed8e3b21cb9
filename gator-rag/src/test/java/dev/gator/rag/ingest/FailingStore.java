package dev.gator.rag.ingest;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Recall;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A real store that is lost, like the process that used it, at a chosen step. */
final class FailingStore implements VectorStore {

    private final VectorStore store;
    private final AtomicInteger steps;

    FailingStore(VectorStore store, int stepsLeft) {
        this.store = store;
        this.steps = new AtomicInteger(stepsLeft);
    }

    boolean isLost() {
        return steps.get() < 0;
    }

    private VectorStore step() {
        if (steps.decrementAndGet() < 0) {
            throw new GatorException(StoreError.IO, "the store is lost");
        }
        return store;
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        step().upsert(owner, collection, records);
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        return step().search(owner, collection, query);
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return step().get(owner, collection, id);
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        return step().delete(owner, collection, ids);
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        return step().delete(owner, collection, filter);
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        return step().count(owner, collection, filter);
    }

    @Override
    public void flush(Owner owner, CollectionName collection) {
        step().flush(owner, collection);
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        return step().collections(owner);
    }

    @Override
    public long erase(Owner owner) {
        return step().erase(owner);
    }

    @Override
    public Recall recall() {
        return store.recall();
    }

    @Override
    public void close() {}
}
