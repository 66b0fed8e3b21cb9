package dev.gator.resilience.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Entries that age and are bounded in number. Thread-safe; keeps no thread. */
final class Shelf<V> {

    private final Cache<CacheKey, V> entries;

    Shelf(CachePolicy policy) {
        this.entries = Caffeine.newBuilder()
                .maximumSize(policy.entries())
                .expireAfterWrite(policy.life())
                .ticker(policy.time()::nanos)
                .executor(Runnable::run)
                .build();
    }

    @Nullable
    V find(CacheKey key) {
        return entries.getIfPresent(key);
    }

    void keep(CacheKey key, V value) {
        entries.put(key, value);
    }

    void forgetAll() {
        entries.invalidateAll();
    }

    void forget(String tenant) {
        entries.asMap().keySet().removeIf(key -> key.owner().tenant().equals(tenant));
    }

    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }
}
