package dev.gator.store;

import dev.gator.call.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that can be found by meaning, words and facts. Collections come into being with their first record; the first
 * vector decides how many dimensions a collection has.
 *
 * <p>What {@link #upsert} wrote is found after {@link #flush} at the latest, by every thread.
 */
public interface VectorStore extends AutoCloseable {

    /**
     * Writes records, replacing those with the same ids, all of them or none.
     *
     * @throws dev.gator.error.GatorException WRONG_DIMENSIONS
     */
    void upsert(Owner owner, CollectionName collection, List<VectorRecord> records);

    /**
     * Finds the best records, best first; equal scores in the order of ids. A collection that does not exist is empty. When
     * at least {@code topK} records pass filter and minimum score, {@code topK} are found.
     *
     * @throws dev.gator.error.GatorException WRONG_DIMENSIONS
     */
    List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query);

    /** Returns the record of that id, if there is one. */
    Optional<VectorRecord> get(Owner owner, CollectionName collection, String id);

    /** Deletes records by id; returns how many there were. */
    long delete(Owner owner, CollectionName collection, Set<String> ids);

    /** Deletes the records that pass a filter; returns how many there were. */
    long delete(Owner owner, CollectionName collection, Filter filter);

    /** Counts the records that pass a filter. */
    long count(Owner owner, CollectionName collection, Filter filter);

    /** Makes everything written so far durable and visible to searches. */
    void flush(Owner owner, CollectionName collection);

    /** Returns the owner's collections that have a record. */
    Set<CollectionName> collections(Owner owner);

    /** Deletes everything of a user, or of a tenant with all its users; returns how many records. */
    long erase(Owner owner);

    /** Returns how many of the truly nearest records a search finds. */
    Recall recall();

    /** Returns how to save and load collections, if this store can. */
    default Optional<VectorSnapshots> snapshots() {
        return Optional.empty();
    }

    @Override
    void close();

    /** Returns an exact store that forgets with the process; for some ten thousand records. */
    static VectorStore inMemory() {
        return new InMemoryVectorStore();
    }
}
