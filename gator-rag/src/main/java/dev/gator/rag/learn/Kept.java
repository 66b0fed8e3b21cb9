package dev.gator.rag.learn;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.store.KeyValueStore;
import dev.gator.store.StoreError;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Records of one type in a key-value store. */
final class Kept<T extends Record> {

    private static final int TRIES = 1_000;

    private final KeyValueStore store;
    private final Class<T> type;

    Kept(KeyValueStore store, Class<T> type) {
        this.store = store;
        this.type = type;
    }

    Optional<T> get(Owner owner, String key) {
        return store.get(owner, key).map(this::read);
    }

    /** Changes a record, beginning anew whenever somebody else changed it in between; returns what was written. */
    T change(Owner owner, String key, T initial, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<KeyValueStore.Entry> present = store.get(owner, key);
            T next = change.apply(present.map(this::read).orElse(initial));
            long version = present.map(KeyValueStore.Entry::version).orElse(KeyValueStore.ABSENT);
            String text = JsonBinding.write(next).toString();
            if (store.compareAndSet(owner, key, version, text, KeyValueStore.FOREVER)
                    .isPresent()) {
                return next;
            }
        }
        throw new GatorException(
                StoreError.CONFLICT, key + " never stood still in " + TRIES + " attempts to change it");
    }

    private T read(KeyValueStore.Entry entry) {
        try {
            return JsonBinding.read(Json.parse(entry.value()), type);
        } catch (GatorException e) {
            throw new GatorException(StoreError.CORRUPT, "the entry " + entry.key() + " cannot be read", e);
        }
    }
}
