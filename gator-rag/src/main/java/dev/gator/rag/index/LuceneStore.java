package dev.gator.rag.index;

import dev.gator.call.Owner;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Recall;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorSnapshots;
import dev.gator.store.VectorStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps each collection of each owner in a Lucene index of its own. */
final class LuceneStore implements VectorStore {

    private static final Recall RECALL =
            new Recall(0.95, "measured: 20,000 clustered vectors of 384 dimensions; exact below some 1,000 records");

    private final Shelves shelves;

    private LuceneStore(Shelves shelves) {
        this.shelves = shelves;
    }

    static LuceneStore open(Path folder, LuceneSettings settings) {
        return Failures.during("opening " + folder, () -> of(DiskPlaces.open(folder), settings));
    }

    static LuceneStore inMemory(LuceneSettings settings) {
        return of(new MemoryPlaces(), settings.withoutVerifying());
    }

    private static LuceneStore of(Places places, LuceneSettings settings) {
        return new LuceneStore(new Shelves(places, settings, new Engine(new Languages(settings.language()))));
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        if (!records.isEmpty()) {
            Failures.during(
                    "writing to " + collection.value(),
                    () -> shelves.use(Place.of(owner, collection), index -> {
                        index.upsert(records);
                        return true;
                    }));
        }
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        return ifPresent(owner, collection, List.<VectorHit>of(), index -> index.search(query));
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return ifPresent(owner, collection, Optional.<VectorRecord>empty(), index -> index.get(id));
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        return ifPresent(owner, collection, 0L, index -> index.delete(ids));
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        return ifPresent(owner, collection, 0L, index -> index.delete(filter));
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        return ifPresent(owner, collection, 0L, index -> index.count(filter));
    }

    @Override
    public void flush(Owner owner, CollectionName collection) {
        ifPresent(owner, collection, false, index -> {
            index.flush();
            return true;
        });
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        return Failures.during("listing collections", () -> {
            Set<CollectionName> names = new HashSet<>();
            for (Place place : shelves.places()) {
                if (place.isOf(owner) && shelves.ifPresent(place, 0L, index -> index.count(Filter.all())) > 0) {
                    names.add(CollectionName.of(place.collection()));
                }
            }
            return Set.copyOf(names);
        });
    }

    @Override
    public long erase(Owner owner) {
        return Failures.during("erasing an owner", () -> {
            long erased = 0;
            for (Place place : shelves.places()) {
                erased += place.isCoveredBy(owner) ? shelves.remove(place) : 0;
            }
            return erased;
        });
    }

    @Override
    public Recall recall() {
        return RECALL;
    }

    @Override
    public Optional<VectorSnapshots> snapshots() {
        return Optional.of(new LuceneSnapshots(shelves));
    }

    @Override
    public void close() {
        Failures.during("closing the vector store", shelves::close);
    }

    private <T> T ifPresent(Owner owner, CollectionName collection, T otherwise, Shelves.Use<T> use) {
        return Failures.during(
                "using " + collection.value(), () -> shelves.ifPresent(Place.of(owner, collection), otherwise, use));
    }
}
