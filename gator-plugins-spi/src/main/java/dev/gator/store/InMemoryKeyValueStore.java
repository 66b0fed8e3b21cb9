package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

final class InMemoryKeyValueStore implements KeyValueStore {

    private final TimeSource time;
    private final Map<Slot, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    InMemoryKeyValueStore(TimeSource time) {
        this.time = time;
    }

    @Override
    public Optional<Entry> get(Owner owner, String key) {
        return Optional.ofNullable(alive(entries.get(slot(owner, key))));
    }

    @Override
    public Entry put(Owner owner, String key, String value, Duration life) {
        Slot slot = slot(owner, key);
        Instant end = end(life);
        Entry written = entries.compute(slot, (s, old) -> new Entry(key, value, versions.incrementAndGet(), end));
        return Objects.requireNonNull(written);
    }

    @Override
    public Optional<Entry> compareAndSet(Owner owner, String key, long expectedVersion, String value, Duration life) {
        Slot slot = slot(owner, key);
        Instant end = end(life);
        AtomicReference<@Nullable Entry> written = new AtomicReference<>();
        entries.compute(slot, (s, old) -> {
            Entry present = alive(old);
            long version = present == null ? ABSENT : present.version();
            if (version != expectedVersion) {
                return old;
            }
            Entry entry = new Entry(key, value, versions.incrementAndGet(), end);
            written.set(entry);
            return entry;
        });
        return Optional.ofNullable(written.get());
    }

    @Override
    public boolean delete(Owner owner, String key) {
        return alive(entries.remove(slot(owner, key))) != null;
    }

    @Override
    public Page<String> keys(Owner owner, String prefix, PageRequest page) {
        Keys.requireOpen(closed, "key-value store");
        String after = page.after().orElse("");
        List<String> following = entries.entrySet().stream()
                .filter(e -> e.getKey().owner.equals(owner) && alive(e.getValue()) != null)
                .map(e -> e.getKey().key)
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .sorted()
                .limit(page.limit() + 1L)
                .toList();
        return Keys.page(following, page.limit(), key -> key);
    }

    @Override
    public long erase(Owner owner) {
        Keys.requireOpen(closed, "key-value store");
        AtomicLong erased = new AtomicLong();
        entries.keySet().removeIf(slot -> Keys.covers(owner, slot.owner) && erased.incrementAndGet() > 0);
        return erased.get();
    }

    @Override
    public void close() {
        closed.set(true);
        entries.clear();
    }

    private Slot slot(Owner owner, String key) {
        Keys.requireOpen(closed, "key-value store");
        Require.length("key", Require.text("key", key), 1, 500);
        return new Slot(owner, key);
    }

    private @Nullable Instant end(Duration life) {
        Require.positive("life of an entry", life);
        return life.compareTo(FOREVER) >= 0 ? null : time.now().plus(life);
    }

    private @Nullable Entry alive(@Nullable Entry entry) {
        boolean ended = entry != null && entry.end() != null && !time.now().isBefore(entry.end());
        return ended ? null : entry;
    }

    private record Slot(Owner owner, String key) {}
}
