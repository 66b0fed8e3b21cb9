package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.error.Require;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found, for each owner apart, until the collection changes, the entry is too old, or others were used
 * more recently. Thread-safe.
 *
 * <p>Changes are noticed if they are written through {@link #watching}; call {@link #clear()} after others.
 */
public final class RetrievalCache {

    private static final Duration USUAL_LIFE = Duration.ofMinutes(10);
    private static final float LOAD = 0.75f;

    private final int entries;
    private final Duration life;
    private final Map<Key, Entry> known = new LinkedHashMap<>(16, LOAD, true);
    private long hits;
    private long misses;
    private long changes;

    private RetrievalCache(int entries, Duration life) {
        this.entries = Require.range("entries", entries, 1, 1_000_000);
        this.life = Require.positive("life of an entry", life);
    }

    /** Returns an empty cache of so many answers, each remembered for ten minutes at most. */
    public static RetrievalCache of(int entries) {
        return new RetrievalCache(entries, USUAL_LIFE);
    }

    /** Returns an empty cache of so many answers, each remembered for that long at most. */
    public static RetrievalCache of(int entries, Duration life) {
        return new RetrievalCache(entries, life);
    }

    /** Returns the store such that writing to it makes this cache forget what the change may concern. */
    public VectorStore watching(VectorStore store) {
        return new WatchedStore(store, this);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        changes++;
        known.clear();
    }

    /** Returns how many searches were answered from memory. */
    public synchronized long hits() {
        return hits;
    }

    /** Returns how many searches were not. */
    public synchronized long misses() {
        return misses;
    }

    /** Returns how many answers are remembered. */
    public synchronized int size() {
        return known.size();
    }

    synchronized void forget(Owner owner) {
        changes++;
        known.keySet()
                .removeIf(key -> key.owner.tenant().equals(owner.tenant())
                        && (owner.userId() == null || owner.equals(key.owner)));
    }

    Retrieved get(Key key, CallContext context, Supplier<Retrieved> search) {
        long now = context.time().nanos();
        Retrieved there = find(key, now);
        if (there != null) {
            return new Retrieved(there.evidence(), there.trace().fromCache());
        }
        long before = changes();
        Retrieved found = search.get();
        if (found.trace().failed().isEmpty()) { // the next search may find more once the failed stage is back
            keep(key, new Entry(found, now), before);
        }
        return found;
    }

    private synchronized @Nullable Retrieved find(Key key, long now) {
        Entry entry = known.get(key);
        if (entry == null || now - entry.since >= life.toNanos()) {
            misses++;
            return null;
        }
        hits++;
        return entry.found;
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(Key key, Entry entry, long before) {
        if (before != changes) {
            return; // something was written while the search ran, which may not have seen it
        }
        known.put(key, entry);
        if (known.size() > entries) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /** Who asked what of which records in which way; pipelines may share a cache. */
    record Key(
            Owner owner,
            VectorStore store,
            CollectionName collection,
            Filter filter,
            List<Stage> stages,
            String question) {}

    private record Entry(Retrieved found, long since) {}
}
