package dev.gator.rag.index.faiss;

import dev.gator.call.Owner;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One owner's collection: many readers, or one writer. An index is built beside the readers and then put in place. */
final class FaissCollection implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final int WORTH_COMPACTING = 1_000;

    private final Path folder;
    private final Owner owner;
    private final CollectionName name;
    private final Tuning tuning;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock building = new ReentrantLock();

    private Rows rows = new Rows();
    private RecordLog log;
    private DerivedIndex derived;

    private FaissCollection(Path folder, Owner owner, CollectionName name, Tuning tuning) {
        this.folder = folder;
        this.owner = owner;
        this.name = name;
        this.tuning = tuning;
        this.log = RecordLog.open(folder.resolve(RecordLog.NAME), owner, name, rows);
        this.derived = DerivedIndex.open(folder, log.generation(), tuning, rows.count());
    }

    static FaissCollection open(Path folder, Owner owner, CollectionName name, Tuning tuning) {
        FaissCollection collection = new FaissCollection(folder, owner, name, tuning);
        collection.extendIndex();
        return collection;
    }

    void upsert(List<VectorRecord> records) {
        if (reading(() -> rows.alive() == 0 && rows.count() > 0)) {
            compact(); // the first record of an emptied collection decides anew how many dimensions it has
        }
        writing(() -> {
            int dimensions = rows.checkedDimensions(records);
            if (rows.dimensions() == 0 && dimensions > 0) {
                NativeIndex.create(dimensions, tuning.factory()).close(); // refused now, not at some later flush
            }
            log.written(records, rows::written);
            return records.size();
        });
    }

    List<VectorHit> search(VectorQuery query) {
        return reading(() -> {
            rows.checkedDimensions(query.embedding());
            return new Search(rows, log, derived, tuning, query).hits();
        });
    }

    Optional<VectorRecord> get(String id) {
        return reading(() -> rows.row(id).map(row -> log.record(rows.position(row))));
    }

    long delete(Set<String> ids) {
        return writing(() -> {
            Set<String> present =
                    ids.stream().filter(id -> rows.row(id).isPresent()).collect(Collectors.toSet());
            return deletePresent(present);
        });
    }

    long delete(Filter filter) {
        return writing(() ->
                deletePresent(rows.passing(filter).stream().mapToObj(rows::id).collect(Collectors.toSet())));
    }

    long count(Filter filter) {
        return reading(() -> (long) rows.passing(filter).cardinality());
    }

    /** Makes everything durable, and extends the index where that is worth it. */
    void flush() {
        writing(() -> {
            log.sync();
            return 0;
        });
        building.lock();
        try {
            if (reading(() -> rows.count() - rows.alive() > Math.max(WORTH_COMPACTING, rows.alive()))) {
                compact();
            }
            extendIndex();
        } finally {
            building.unlock();
        }
    }

    /** Writes what lives into a file, in place of what is there. */
    void save(Path file) {
        reading(() -> {
            RecordLog.write(file, owner, name, this::batches);
            return 0;
        });
    }

    /** Takes over the records of a file that {@link #save} wrote, for whichever owner. */
    static void load(Path file, Path folder, Owner owner, CollectionName name) {
        Rows saved = new Rows();
        try (RecordLog log = RecordLog.open(file, saved)) {
            RecordLog.write(folder.resolve(RecordLog.NAME), owner, name, () -> batches(saved, log));
        }
    }

    /** Counts the records in a file, whoever's they are. */
    static long count(Path file) {
        Rows rows = new Rows();
        RecordLog.open(file, rows).close();
        return rows.alive();
    }

    @Override
    public void close() {
        building.lock();
        lock.writeLock().lock();
        try {
            log.sync();
            log.close();
            derived.close();
        } finally {
            lock.writeLock().unlock();
            building.unlock();
        }
    }

    private long deletePresent(Set<String> ids) {
        if (!ids.isEmpty()) {
            log.deleted(ids);
            ids.forEach(rows::deleted);
        }
        return ids.size();
    }

    /** Leaves the dead behind: the file is written anew, and what was derived from it is derived again. */
    private void compact() {
        building.lock();
        try {
            writing(() -> {
                Path file = folder.resolve(RecordLog.NAME);
                RecordLog.write(file, owner, name, this::batches);
                log.close();
                derived.close();
                rows = new Rows();
                log = RecordLog.open(file, owner, name, rows);
                derived = DerivedIndex.open(folder, log.generation(), tuning, rows.count());
                return 0;
            });
        } finally {
            building.unlock();
        }
    }

    private void extendIndex() {
        building.lock();
        try {
            DerivedIndex current = derived;
            int target = reading(rows::count);
            if (target - current.covered() < Math.max(tuning.indexFrom(), current.covered() / 10)) {
                return;
            }
            VectorSource source = new VectorSource(rows, log, lock.readLock());
            Optional<DerivedIndex> next = current.extended(source, target);
            next.ifPresent(index -> writing(() -> {
                derived = index;
                current.close();
                return 0;
            }));
        } finally {
            building.unlock();
        }
    }

    private Iterator<List<VectorRecord>> batches() {
        return batches(rows, log);
    }

    private static Iterator<List<VectorRecord>> batches(Rows rows, RecordLog log) {
        BitSet live = rows.passing(Filter.all());
        return new Iterator<>() {
            private int next = live.nextSetBit(0);

            @Override
            public boolean hasNext() {
                return next >= 0;
            }

            @Override
            public List<VectorRecord> next() {
                List<VectorRecord> batch = new ArrayList<>();
                for (; next >= 0 && batch.size() < BATCH; next = live.nextSetBit(next + 1)) {
                    batch.add(log.record(rows.position(next)));
                }
                return batch;
            }
        };
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
