package dev.gator.rag.index.faiss;

import dev.gator.call.Owner;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Recall;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorSnapshots;
import dev.gator.store.VectorStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store whose vectors lie in FAISS: flat, graphs, inverted lists, product and scalar quantisation, by FAISS's own
 * description. For those who have a build of FAISS of their own, or more vectors than memory; otherwise Lucene's store is as
 * fast and needs no native library.
 *
 * <pre>{@code
 * try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
 *     store.upsert(owner, collection, records);
 *     store.flush(owner, collection);
 * }
 * }</pre>
 *
 * <p>Whatever FAISS loses by its codes is compared again with the vectors as they were written, and a filter that few records
 * pass is answered by comparing just these. Safe for many threads; one process at a time has the folder.
 */
public final class FaissStore implements VectorStore, VectorSnapshots {

    private static final double STATED = 0.9;

    private final Tuning tuning;
    private final Shelves shelves;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private FaissStore(Path folder, Tuning tuning) {
        NativeLibrary.require();
        this.tuning = tuning;
        this.shelves = Shelves.open(folder, tuning);
    }

    /**
     * Opens or creates a store.
     *
     * @param folder where its files are
     * @param factory how FAISS calls the index: {@code Flat}, {@code HNSW32}, {@code SQ8}, {@code IVF1024,Flat},
     *     {@code IVF1024,PQ48}, {@code HNSW32_SQ8}, {@code PCA128,IVF1024,SQ8}
     * @throws GatorException {@link FaissError#NO_LIBRARY}; IO if another process has the folder
     */
    public static FaissStore open(Path folder, String factory) {
        return open(folder, factory, Tuning.WIDTH);
    }

    /**
     * Opens or creates a store that looks at more or less than usual.
     *
     * @param width how many candidates a graph keeps, or eight times the lists of an IVF index; 128 is usual, more finds more
     *     and takes longer
     */
    public static FaissStore open(Path folder, String factory, int width) {
        return open(folder, new Tuning(factory, width, Tuning.INDEX_FROM));
    }

    static FaissStore open(Path folder, Tuning tuning) {
        return new FaissStore(folder, tuning);
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        living(() -> {
            if (!records.isEmpty()) {
                shelves.orCreate(owner, collection).upsert(records);
            }
            return 0;
        });
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        return in(owner, collection, shelf -> shelf.search(query), List.of());
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return in(owner, collection, shelf -> shelf.get(id), Optional.empty());
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        return in(owner, collection, shelf -> shelf.delete(ids), 0L);
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        return in(owner, collection, shelf -> shelf.delete(filter), 0L);
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        return in(owner, collection, shelf -> shelf.count(filter), 0L);
    }

    /** {@inheritDoc} Extends the index by what is new, where there is enough of it; searches go on meanwhile. */
    @Override
    public void flush(Owner owner, CollectionName collection) {
        in(
                owner,
                collection,
                shelf -> {
                    shelf.flush();
                    return 0;
                },
                0);
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        return living(() -> shelves.names(owner));
    }

    @Override
    public long erase(Owner owner) {
        return alone(() -> shelves.erase(owner));
    }

    @Override
    public Recall recall() {
        return tuning.isExact()
                ? Recall.EXACT
                : new Recall(
                        STATED,
                        "stated low: 0.98 or more of the ten nearest were found of 30,000 clustered vectors of 384");
    }

    @Override
    public Optional<VectorSnapshots> snapshots() {
        return Optional.of(this);
    }

    @Override
    public void save(Owner owner, CollectionName collection, Path folder) {
        living(() -> {
            FaissCollection shelf = shelves.find(owner, collection)
                    .orElseThrow(() -> new GatorException(
                            StoreError.NOT_FOUND, "this owner has no collection " + collection.value()));
            shelf.save(folder.resolve(RecordLog.NAME));
            return 0;
        });
    }

    @Override
    public void load(Owner owner, CollectionName collection, Path folder) {
        alone(() -> {
            shelves.load(owner, collection, folder.resolve(RecordLog.NAME));
            return 0;
        });
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                shelves.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private <T> T in(Owner owner, CollectionName collection, Function<FaissCollection, T> work, T otherwise) {
        return living(() -> shelves.find(owner, collection).map(work).orElse(otherwise));
    }

    private <T> T living(Supplier<T> work) {
        life.readLock().lock();
        try {
            requireOpen();
            return work.get();
        } finally {
            life.readLock().unlock();
        }
    }

    private <T> T alone(Supplier<T> work) {
        life.writeLock().lock();
        try {
            requireOpen();
            return work.get();
        } finally {
            life.writeLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the FAISS store is closed");
        }
    }
}
