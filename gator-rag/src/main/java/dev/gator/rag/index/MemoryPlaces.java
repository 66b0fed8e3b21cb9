package dev.gator.rag.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** Indexes that are forgotten with the process. */
final class MemoryPlaces implements Places {

    private final Map<Place, Directory> kept = new ConcurrentHashMap<>();

    @Override
    public List<Place> all() {
        return List.copyOf(kept.keySet());
    }

    @Override
    public boolean exists(Place place) {
        return kept.containsKey(place);
    }

    @Override
    public Directory open(Place place) {
        return new Kept(kept.computeIfAbsent(place, key -> new ByteBuffersDirectory()));
    }

    @Override
    public void remove(Place place) {
        kept.remove(place);
    }

    @Override
    public void close() {
        kept.clear();
    }

    /** Stays when an idle index is closed: the files in memory are all there is. */
    private static final class Kept extends FilterDirectory {

        Kept(Directory files) {
            super(files);
        }

        @Override
        public void close() {
            // closing would lose the files
        }
    }
}
