package dev.gator.rag.index;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** Keeps collections in memory and writes each whole as one file: for collections of some thousand records. */
final class ExactStore implements VectorStore, VectorSnapshots {

    private final DiskPlaces places;
    private final Map<Place, ExactCollection> open = new ConcurrentHashMap<>();
    private final Set<Place> changed = ConcurrentHashMap.newKeySet();
    private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private ExactStore(DiskPlaces places) {
        this.places = places;
    }

    static ExactStore open(Path folder) {
        return Failures.during("opening " + folder, () -> new ExactStore(DiskPlaces.open(folder)));
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        alone(() -> {
            Place place = Place.of(owner, collection);
            if (!records.isEmpty()) {
                loaded(place).upsert(records);
                changed.add(place);
            }
            return true;
        });
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        return reading(owner, collection, records -> records.search(query));
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return reading(owner, collection, records -> records.get(id));
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        return deleting(owner, collection, records -> records.delete(record -> ids.contains(record.id())));
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        return deleting(owner, collection, records -> records.delete(record -> filter.matches(record.attributes())));
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        return reading(owner, collection, records -> records.count(filter));
    }

    @Override
    public void flush(Owner owner, CollectionName collection) {
        alone(() -> {
            write(Place.of(owner, collection));
            return true;
        });
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        return alone(() -> {
            Set<CollectionName> names = new HashSet<>();
            for (Place place : all()) {
                if (place.isOf(owner) && loaded(place).count(Filter.all()) > 0) {
                    names.add(CollectionName.of(place.collection()));
                }
            }
            return Set.copyOf(names);
        });
    }

    @Override
    public long erase(Owner owner) {
        return alone(() -> {
            long erased = 0;
            for (Place place : all()) {
                if (place.isCoveredBy(owner)) {
                    erased += loaded(place).count(Filter.all());
                    places.remove(place);
                    open.remove(place);
                    changed.remove(place);
                }
            }
            return erased;
        });
    }

    @Override
    public Recall recall() {
        return Recall.EXACT;
    }

    @Override
    public Optional<VectorSnapshots> snapshots() {
        return Optional.of(this);
    }

    @Override
    public void save(Owner owner, CollectionName collection, Path folder) {
        alone(() -> {
            Place place = Place.of(owner, collection);
            List<VectorRecord> records = loaded(place).records();
            if (records.isEmpty()) {
                throw new GatorException(StoreError.NOT_FOUND, "this owner has no collection " + collection.value());
            }
            new ExactFile(folder).write(place.key(), records);
            return true;
        });
    }

    @Override
    public void load(Owner owner, CollectionName collection, Path folder) {
        alone(() -> {
            Place place = Place.of(owner, collection);
            ExactCollection records = new ExactCollection();
            records.upsert(new ExactFile(folder).read(null));
            open.put(place, records);
            changed.add(place);
            write(place);
            return true;
        });
    }

    @Override
    public void close() {
        turns.writeLock().lock();
        try {
            if (!closed) {
                Failures.during("closing the vector store", this::writeAll);
            }
        } finally {
            turns.writeLock().unlock();
        }
    }

    private void writeAll() throws IOException {
        try (DiskPlaces last = places) {
            closed = true;
            for (Place place : Set.copyOf(changed)) {
                write(place);
            }
        }
    }

    private void write(Place place) throws IOException {
        if (changed.contains(place)) {
            new ExactFile(places.folder(place)).write(place.key(), loaded(place).records());
            changed.remove(place);
        }
    }

    private Set<Place> all() throws IOException {
        Set<Place> all = new HashSet<>(open.keySet());
        all.addAll(places.all());
        return all;
    }

    private ExactCollection loaded(Place place) throws IOException {
        ExactCollection present = open.get(place);
        if (present != null) {
            return present;
        }
        ExactCollection read = new ExactCollection();
        ExactFile file = new ExactFile(places.folder(place));
        if (file.exists()) {
            read.upsert(file.read(place.key()));
        }
        ExactCollection earlier = open.putIfAbsent(place, read);
        return earlier == null ? read : earlier;
    }

    private <T> T reading(Owner owner, CollectionName collection, Function<ExactCollection, T> reading) {
        return inTurn(turns.readLock(), () -> {
            Place place = Place.of(owner, collection);
            boolean known = open.containsKey(place) || places.exists(place);
            return reading.apply(known ? loaded(place) : new ExactCollection());
        });
    }

    private long deleting(Owner owner, CollectionName collection, Function<ExactCollection, Long> deleting) {
        return alone(() -> {
            Place place = Place.of(owner, collection);
            long deleted = deleting.apply(loaded(place));
            if (deleted > 0) {
                changed.add(place);
            }
            return deleted;
        });
    }

    private <T> T alone(Failures.Work<T> work) {
        return inTurn(turns.writeLock(), work);
    }

    private <T> T inTurn(Lock turn, Failures.Work<T> work) {
        turn.lock();
        try {
            if (closed) {
                throw new GatorException(CallError.CLOSED, "the vector store is closed");
            }
            return Failures.during("using an exact store", work);
        } finally {
            turn.unlock();
        }
    }
}
