package dev.gator.rag.reel;

import dev.gator.call.Owner;
import dev.gator.error.Require;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what was written for a brief, so that the same brief, examples, rules, model and seed are not paid for twice. It
 * keeps words, not scores: what comes out of it is judged again. Each owner has entries of its own; the one unused for
 * longest makes room. Thread-safe.
 */
public final class ScriptCache {

    /**
     * What the cache did so far.
     *
     * @param hits how often it knew
     * @param misses how often it did not
     * @param entries how many briefs it remembers
     */
    public record Stats(long hits, long misses, int entries) {}

    private record Key(Owner owner, String brief) {}

    private final Map<Key, List<Attempt>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private long hits;
    private long misses;

    private ScriptCache(int most) {
        this.most = most;
    }

    /** Returns an empty cache for so many briefs, 1 to 1,000,000. */
    public static ScriptCache of(int most) {
        return new ScriptCache(Require.range("entries of a script cache", most, 1, 1_000_000));
    }

    /** Returns what the cache did so far. */
    public synchronized Stats stats() {
        return new Stats(hits, misses, entries.size());
    }

    /** Forgets everything of an owner; returns how many briefs. */
    public synchronized int forget(Owner owner) {
        int before = entries.size();
        entries.keySet().removeIf(key -> key.owner.equals(owner));
        return before - entries.size();
    }

    synchronized Optional<List<Attempt>> find(Owner owner, String brief) {
        Optional<List<Attempt>> found = Optional.ofNullable(entries.get(new Key(owner, brief)));
        hits += found.isPresent() ? 1 : 0;
        misses += found.isPresent() ? 0 : 1;
        return found;
    }

    synchronized void keep(Owner owner, String brief, List<Attempt> made) {
        entries.put(new Key(owner, brief), List.copyOf(made));
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
