package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small texts under keys, with versions and an end of life. Keys have 1 to 500 characters. */
public interface KeyValueStore extends AutoCloseable {

    /** The life of what never ends. */
    Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /** The version that {@link #compareAndSet} expects where there should be no entry. */
    long ABSENT = 0;

    /** Returns the entry, if there is one that has not ended. */
    Optional<Entry> get(Owner owner, String key);

    /** Writes an entry that ends after {@code life}, whatever was there. */
    Entry put(Owner owner, String key, String value, Duration life);

    /** Writes an entry that never ends, whatever was there. */
    default Entry put(Owner owner, String key, String value) {
        return put(owner, key, value, FOREVER);
    }

    /**
     * Writes an entry only if the present one has that version, or if there is none and {@link #ABSENT} is expected.
     *
     * @return the new entry, or empty if the version was another
     */
    Optional<Entry> compareAndSet(Owner owner, String key, long expectedVersion, String value, Duration life);

    /** Deletes an entry; returns whether there was one. */
    boolean delete(Owner owner, String key);

    /** Lists the keys that begin with a prefix, in order. */
    Page<String> keys(Owner owner, String prefix, PageRequest page);

    /** Deletes everything of a user, or of a tenant with all its users; returns how many entries. */
    long erase(Owner owner);

    @Override
    void close();

    /** Returns a store that forgets with the process. */
    static KeyValueStore inMemory(TimeSource time) {
        return new InMemoryKeyValueStore(time);
    }

    /**
     * A value under its key.
     *
     * @param key the key
     * @param value the text
     * @param version grows with each write of the key and is never used twice, not even after a deletion
     * @param end when it ends, or null for never
     */
    record Entry(String key, String value, long version, @Nullable Instant end) {

        /** Returns when it ends, if it does. */
        public Optional<Instant> expiry() {
            return Optional.ofNullable(end);
        }
    }
}
