package dev.gator.rag.retrieve;

import dev.gator.call.Owner;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Recall;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorSnapshots;
import dev.gator.store.VectorStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store that tells a cache of its changes, after they are done and whether or not they failed halfway. */
final class WatchedStore implements VectorStore {

    private final VectorStore store;
    private final RetrievalCache cache;

    WatchedStore(VectorStore store, RetrievalCache cache) {
        this.store = store;
        this.cache = cache;
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        try {
            store.upsert(owner, collection, records);
        } finally {
            cache.forget(owner);
        }
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        return store.search(owner, collection, query);
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return store.get(owner, collection, id);
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        try {
            return store.delete(owner, collection, ids);
        } finally {
            cache.forget(owner);
        }
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        try {
            return store.delete(owner, collection, filter);
        } finally {
            cache.forget(owner);
        }
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        return store.count(owner, collection, filter);
    }

    @Override
    public void flush(Owner owner, CollectionName collection) {
        try {
            store.flush(owner, collection);
        } finally {
            cache.forget(owner);
        }
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        return store.collections(owner);
    }

    @Override
    public long erase(Owner owner) {
        try {
            return store.erase(owner);
        } finally {
            cache.forget(owner);
        }
    }

    @Override
    public Recall recall() {
        return store.recall();
    }

    @Override
    public Optional<VectorSnapshots> snapshots() {
        return store.snapshots();
    }

    @Override
    public void close() {
        store.close();
    }
}
