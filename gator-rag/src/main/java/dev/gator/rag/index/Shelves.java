package dev.gator.rag.index;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.store.Filter;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The indexes that are open. Those that nobody used for longest are closed when there are too many. */
final class Shelves implements Closeable {

    private static final int START = 16;
    private static final float LOAD = 0.75f;

    private final Places places;
    private final LuceneSettings settings;
    private final Engine engine;
    private final Map<Place, Shelf> shelves = new LinkedHashMap<>(START, LOAD, true);
    private volatile boolean closed;

    Shelves(Places places, LuceneSettings settings, Engine engine) {
        this.places = places;
        this.settings = settings;
        this.engine = engine;
    }

    /** What is done with an open index. */
    interface Use<T> {
        T with(CollectionIndex index) throws IOException;
    }

    /** Uses an index if it is there. */
    <T> T ifPresent(Place place, T otherwise, Use<T> use) throws IOException {
        requireOpen();
        // asking the disk takes longer than a small search
        return isOpen(place) || places.exists(place) ? use(place, use) : otherwise;
    }

    /** Uses an index beside others, making it if need be. */
    <T> T use(Place place, Use<T> use) throws IOException {
        Shelf shelf = take(place);
        try {
            return shelf.with(shelf.lock.readLock(), use);
        } finally {
            giveBack(shelf);
        }
    }

    /** Uses an index alone, making it if need be. */
    <T> T useAlone(Place place, Use<T> use) throws IOException {
        Shelf shelf = take(place);
        try {
            return shelf.with(shelf.lock.writeLock(), use);
        } finally {
            giveBack(shelf);
        }
    }

    /** Removes an index; returns how many records it had. */
    long remove(Place place) throws IOException {
        Shelf shelf = take(place);
        shelf.lock.writeLock().lock();
        try {
            long records = shelf.opened().count(Filter.all());
            shelf.shut();
            places.remove(place);
            return records;
        } finally {
            shelf.lock.writeLock().unlock();
            giveBack(shelf);
        }
    }

    List<Place> places() throws IOException {
        requireOpen();
        return places.all();
    }

    /** Waits for what is under way, makes everything durable and closes it. */
    @Override
    public void close() throws IOException {
        List<Closeable> parts = new ArrayList<>();
        synchronized (shelves) {
            if (closed) {
                return;
            }
            closed = true;
            parts.addAll(shelves.values());
            shelves.clear();
        }
        parts.add(engine::close);
        parts.add(places::close);
        IOUtils.close(parts);
    }

    private boolean isOpen(Place place) {
        synchronized (shelves) {
            Shelf shelf = shelves.get(place);
            return shelf != null && shelf.index != null;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the vector store is closed");
        }
    }

    private Shelf take(Place place) {
        synchronized (shelves) {
            requireOpen();
            Shelf shelf = shelves.computeIfAbsent(place, Shelf::new);
            shelf.users++;
            return shelf;
        }
    }

    private void giveBack(Shelf shelf) throws IOException {
        Shelf idle;
        synchronized (shelves) {
            shelf.users--;
            idle = shelves.size() > settings.openCollections() ? longestUnused() : null;
        }
        if (idle != null) {
            idle.close();
            synchronized (shelves) {
                idle.users--;
                if (idle.users == 0) {
                    shelves.remove(idle.place, idle);
                }
            }
        }
    }

    private @Nullable Shelf longestUnused() {
        for (Shelf shelf : shelves.values()) {
            if (shelf.users == 0) {
                shelf.users++; // it stays in its place until it is closed: nobody may open the folder twice
                return shelf;
            }
        }
        return null;
    }

    /** A place for one index, open or not. */
    private final class Shelf implements Closeable {

        private final Place place;
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private int users;
        private volatile @Nullable CollectionIndex index;

        Shelf(Place place) {
            this.place = place;
        }

        <T> T with(Lock turn, Use<T> use) throws IOException {
            turn.lock();
            try {
                return use.with(opened());
            } finally {
                turn.unlock();
            }
        }

        @Override
        public void close() throws IOException {
            lock.writeLock().lock();
            try {
                shut();
            } finally {
                lock.writeLock().unlock();
            }
        }

        private synchronized CollectionIndex opened() throws IOException {
            CollectionIndex present = index;
            if (present == null || present.isBroken()) {
                shut();
                requireOpen();
                present = CollectionIndex.open(places.open(place), place, settings, engine);
                index = present;
            }
            return present;
        }

        private synchronized void shut() throws IOException {
            CollectionIndex present = index;
            index = null;
            if (present != null) {
                present.close();
            }
        }
    }
}
