package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.store.BlobId;
import dev.gator.store.BlobInfo;
import dev.gator.store.BlobStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BlobStore} does. */
public abstract class BlobStoreContract {

    private static final Owner EVE = Owner.of("acme", "eve");
    private static final long LIMIT = 1 << 20;

    /** The clock that the store reads. */
    protected final SteppedClock clock = SteppedClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private BlobStore store;

    /** Opens the store; a second call opens the same data again. */
    protected abstract BlobStore open(TimeSource time);

    /** Returns whether data outlives {@link BlobStore#close()}. */
    protected boolean isDurable() {
        return true;
    }

    @BeforeEach
    final void openStore() {
        store = open(clock);
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    final void whatIsPutComesBackByItsFingerprint() throws IOException {
        byte[] content = random(300_000);
        BlobInfo info = put(EVE, content);
        assertEquals(BlobId.of(content), info.id());
        assertEquals(300_000, info.size());
        assertEquals(Optional.of(info), store.stat(EVE, info.id()));
        assertArrayEquals(content, read(EVE, info.id()));
        BlobInfo empty = put(EVE, new byte[0]);
        assertEquals(0, read(EVE, empty.id()).length);
    }

    @Test
    final void theSameContentIsStoredOnce() {
        BlobInfo first = put(EVE, random(10));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(first, put(EVE, random(10)));
        assertEquals(1, store.list(EVE, PageRequest.first(10)).items().size());
    }

    @Test
    final void tooMuchIsRefusedAndLeavesNothing() {
        Refusals.assertRefused(
                StoreError.TOO_LARGE, () -> store.put(EVE, new ByteArrayInputStream(new byte[11]), MediaType.PNG, 10));
        assertEquals(
                10,
                store.put(EVE, new ByteArrayInputStream(new byte[10]), MediaType.PNG, 10)
                        .size());
        assertEquals(1, store.list(EVE, PageRequest.first(10)).items().size());
        Refusals.assertRefused(
                CallError.BAD_ARGUMENT, () -> store.put(EVE, InputStream.nullInputStream(), MediaType.PNG, 0));
    }

    @Test
    final void aStreamThatBreaksLeavesNothing() {
        Refusals.assertRefused(StoreError.IO, () -> store.put(EVE, new BrokenStream(), MediaType.PNG, LIMIT));
        assertEquals(List.of(), store.list(EVE, PageRequest.first(10)).items());
    }

    @Test
    final void ownersDoNotSeeEachOther() throws IOException {
        byte[] content = random(100);
        BlobId id = put(EVE, content).id();
        for (Owner other : List.of(Owner.of("rival", "eve"), Owner.of("acme", "bob"), Owner.tenant("acme"))) {
            Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.open(other, id));
            assertEquals(Optional.empty(), store.stat(other, id));
            assertFalse(store.delete(other, id));
            assertEquals(List.of(), store.list(other, PageRequest.first(10)).items());
            clock.advance(Duration.ofSeconds(1));
            assertEquals(clock.now(), put(other, content).storedAt(), "a first put does not tell of other owners");
            assertTrue(store.delete(other, id));
            assertArrayEquals(content, read(EVE, id));
        }
    }

    @Test
    final void deletedIsGone() {
        BlobId id = put(EVE, random(10)).id();
        assertTrue(store.delete(EVE, id));
        assertFalse(store.delete(EVE, id));
        Refusals.assertRefused(StoreError.NOT_FOUND, () -> store.open(EVE, id));
    }

    @Test
    final void erasingCoversAUserOrAWholeTenant() {
        Owner bob = Owner.of("acme", "bob");
        Owner rival = Owner.of("rival", "eve");
        List.of(EVE, bob, Owner.tenant("acme"), rival).forEach(owner -> put(owner, random(10)));
        BlobId id = BlobId.of(random(10));
        assertEquals(1, store.erase(EVE));
        assertTrue(store.stat(EVE, id).isEmpty());
        assertTrue(store.stat(bob, id).isPresent());
        assertEquals(2, store.erase(Owner.tenant("acme")));
        assertTrue(store.stat(bob, id).isEmpty());
        assertTrue(store.stat(rival, id).isPresent());
    }

    @Test
    final void blobsAreListedPageByPage() {
        for (int i = 0; i < 25; i++) {
            put(EVE, random(100 + i));
        }
        List<String> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(10));
        while (next.isPresent()) {
            Page<BlobInfo> page = store.list(EVE, next.get());
            page.items().forEach(info -> seen.add(info.id().sha256()));
            next = page.next(10);
        }
        assertEquals(25, seen.size());
        assertEquals(seen.stream().sorted().toList(), seen);
    }

    @Test
    final void manyWritersOfTheSameContentAgree() throws IOException {
        byte[] content = random(50_000);
        Crowd.of(8).each(worker -> put(EVE, content));
        assertArrayEquals(content, read(EVE, BlobId.of(content)));
        assertEquals(1, store.list(EVE, PageRequest.first(10)).items().size());
    }

    @Test
    final void aClosedStoreRefusesAndADurableOneRemembers() {
        BlobInfo info = put(EVE, random(10));
        store.close();
        store.close();
        Refusals.assertRefused(CallError.CLOSED, () -> store.stat(EVE, info.id()));
        store = open(clock);
        assertEquals(isDurable() ? Optional.of(info) : Optional.empty(), store.stat(EVE, info.id()));
    }

    private BlobInfo put(Owner owner, byte[] content) {
        return store.put(owner, new ByteArrayInputStream(content), MediaType.PNG, LIMIT);
    }

    private byte[] read(Owner owner, BlobId id) throws IOException {
        try (InputStream in = store.open(owner, id)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static final class BrokenStream extends InputStream {
        private int left = 5_000;

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0) {
                throw new IOException("the line went dead");
            }
            int count = Math.min(most, left);
            left -= count;
            return count;
        }
    }
}
