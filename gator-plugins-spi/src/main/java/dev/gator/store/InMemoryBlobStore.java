package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

final class InMemoryBlobStore implements BlobStore {

    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final TimeSource time;
    private final Map<Slot, Blob> blobs = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    InMemoryBlobStore(TimeSource time) {
        this.time = time;
    }

    @Override
    public BlobInfo put(Owner owner, InputStream content, MediaType type, long limit) {
        Keys.requireOpen(closed, "blob store");
        Require.that(limit > 0, "blob limit is " + limit);
        byte[] bytes = read(content, (int) Math.min(limit, LARGEST));
        BlobInfo info = new BlobInfo(BlobId.of(bytes), bytes.length, type, time.now());
        Blob kept = blobs.computeIfAbsent(new Slot(owner, info.id()), slot -> new Blob(info, bytes));
        return kept.info;
    }

    @Override
    public InputStream open(Owner owner, BlobId id) {
        return new ByteArrayInputStream(find(owner, id).orElseThrow(() -> Keys.missing("blob " + id.sha256())).bytes);
    }

    @Override
    public Optional<BlobInfo> stat(Owner owner, BlobId id) {
        return find(owner, id).map(Blob::info);
    }

    @Override
    public boolean delete(Owner owner, BlobId id) {
        Keys.requireOpen(closed, "blob store");
        return blobs.remove(new Slot(owner, id)) != null;
    }

    @Override
    public Page<BlobInfo> list(Owner owner, PageRequest page) {
        Keys.requireOpen(closed, "blob store");
        String after = page.after().orElse("");
        List<BlobInfo> following = blobs.entrySet().stream()
                .filter(e -> e.getKey().owner.equals(owner))
                .map(e -> e.getValue().info)
                .filter(info -> info.id().sha256().compareTo(after) > 0)
                .sorted(Comparator.comparing(info -> info.id().sha256()))
                .limit(page.limit() + 1L)
                .toList();
        return Keys.page(following, page.limit(), info -> info.id().sha256());
    }

    @Override
    public long erase(Owner owner) {
        Keys.requireOpen(closed, "blob store");
        AtomicLong erased = new AtomicLong();
        blobs.keySet().removeIf(slot -> Keys.covers(owner, slot.owner) && erased.incrementAndGet() > 0);
        return erased.get();
    }

    @Override
    public void close() {
        closed.set(true);
        blobs.clear();
    }

    private Optional<Blob> find(Owner owner, BlobId id) {
        Keys.requireOpen(closed, "blob store");
        return Optional.ofNullable(blobs.get(new Slot(owner, id)));
    }

    private static byte[] read(InputStream content, int limit) {
        try {
            byte[] bytes = content.readNBytes(limit);
            if (bytes.length == limit && content.read() >= 0) {
                throw new GatorException(StoreError.TOO_LARGE, "the content has more than " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new GatorException(StoreError.IO, "cannot read what should be stored", e);
        }
    }

    private record Slot(Owner owner, BlobId id) {}

    private static final class Blob {
        private final BlobInfo info;
        private final byte[] bytes;

        Blob(BlobInfo info, byte[] bytes) {
            this.info = info;
            this.bytes = bytes;
        }

        BlobInfo info() {
            return info;
        }
    }
}
