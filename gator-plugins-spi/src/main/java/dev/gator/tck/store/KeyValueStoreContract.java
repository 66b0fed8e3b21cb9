package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.CallError;
import dev.gator.store.KeyValueStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link KeyValueStore} does. */
public abstract class KeyValueStoreContract {

    private static final Owner EVE = Owner.of("acme", "eve");

    /** The clock that the store reads. */
    protected final SteppedClock clock = SteppedClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private KeyValueStore store;

    /** Opens the store; a second call opens the same data again. */
    protected abstract KeyValueStore open(TimeSource time);

    /** Returns whether data outlives {@link KeyValueStore#close()}. */
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
    final void whatIsPutIsFound() {
        KeyValueStore.Entry written = store.put(EVE, "k", "v");
        assertEquals(Optional.of(written), store.get(EVE, "k"));
        assertEquals("v", written.value());
        assertEquals(Optional.empty(), written.expiry());
        assertEquals(Optional.empty(), store.get(EVE, "other"));
    }

    @Test
    final void textsOfEveryKindComeBackUnchanged() {
        String odd = "\u0001 quote ' \" percent % \uD83D\uDE00 \n".repeat(2_000);
        store.put(EVE, "odd ' % _ key \uD83D\uDE00", odd);
        assertEquals(
                odd, store.get(EVE, "odd ' % _ key \uD83D\uDE00").orElseThrow().value());
        store.put(EVE, "empty", "");
        assertEquals("", store.get(EVE, "empty").orElseThrow().value());
    }

    @Test
    final void anEntryEndsWithItsLife() {
        store.put(EVE, "k", "v", Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        assertTrue(store.get(EVE, "k").isPresent());
        clock.advance(Duration.ofSeconds(1));
        assertTrue(store.get(EVE, "k").isEmpty());
        assertEquals(List.of(), store.keys(EVE, "", PageRequest.first(10)).items());
        assertFalse(store.delete(EVE, "k"));
        assertTrue(store.compareAndSet(EVE, "k", KeyValueStore.ABSENT, "new", KeyValueStore.FOREVER)
                .isPresent());
    }

    @Test
    final void compareAndSetWritesOnlyOverTheExpectedVersion() {
        assertTrue(
                store.compareAndSet(EVE, "k", 17, "no", KeyValueStore.FOREVER).isEmpty());
        KeyValueStore.Entry first = store.compareAndSet(EVE, "k", KeyValueStore.ABSENT, "one", KeyValueStore.FOREVER)
                .orElseThrow();
        assertTrue(store.compareAndSet(EVE, "k", KeyValueStore.ABSENT, "no", KeyValueStore.FOREVER)
                .isEmpty());
        assertTrue(store.compareAndSet(EVE, "k", first.version(), "two", KeyValueStore.FOREVER)
                .isPresent());
        assertTrue(store.compareAndSet(EVE, "k", first.version(), "no", KeyValueStore.FOREVER)
                .isEmpty());
        assertEquals("two", store.get(EVE, "k").orElseThrow().value());
    }

    @Test
    final void aVersionIsNeverUsedTwice() {
        long before = store.put(EVE, "k", "v").version();
        assertTrue(store.delete(EVE, "k"));
        assertFalse(store.delete(EVE, "k"));
        assertTrue(store.put(EVE, "k", "v").version() > before);
    }

    @Test
    final void keysAreListedInOrderPageByPage() {
        for (int i = 0; i < 25; i++) {
            store.put(EVE, "a/%02d".formatted(i), "v");
        }
        store.put(EVE, "b", "v");
        store.put(EVE, "a%", "v");
        Page<String> first = store.keys(EVE, "a/", PageRequest.first(20));
        assertEquals(20, first.items().size());
        assertEquals("a/00", first.items().get(0));
        store.put(EVE, "a/001", "added meanwhile");
        Page<String> second = store.keys(EVE, "a/", first.next(20).orElseThrow());
        assertEquals(List.of("a/20", "a/21", "a/22", "a/23", "a/24"), second.items());
        assertEquals(Optional.empty(), second.next(20));
    }

    @Test
    final void ownersDoNotSeeEachOther() {
        store.put(EVE, "k", "secret");
        for (Owner other :
                List.of(Owner.of("rival", "eve"), Owner.of("acme", "bob"), Owner.tenant("acme"), Owner.DEFAULT)) {
            assertEquals(Optional.empty(), store.get(other, "k"));
            assertFalse(store.delete(other, "k"));
            assertEquals(List.of(), store.keys(other, "", PageRequest.first(10)).items());
            assertTrue(store.compareAndSet(other, "k", KeyValueStore.ABSENT, "x", KeyValueStore.FOREVER)
                    .isPresent());
        }
        assertEquals("secret", store.get(EVE, "k").orElseThrow().value());
    }

    @Test
    final void namesThatRunTogetherStayApart() {
        store.put(Owner.of("a", "b/c"), "k", "one");
        store.put(Owner.of("a/b", "c"), "k", "two");
        store.put(Owner.tenant("a/b/c"), "k", "three");
        assertEquals("one", store.get(Owner.of("a", "b/c"), "k").orElseThrow().value());
        assertEquals("two", store.get(Owner.of("a/b", "c"), "k").orElseThrow().value());
    }

    @Test
    final void erasingCoversAUserOrAWholeTenant() {
        Owner bob = Owner.of("acme", "bob");
        Owner rival = Owner.of("rival", "eve");
        List.of(EVE, bob, Owner.tenant("acme"), rival).forEach(owner -> store.put(owner, "k", "v"));
        assertEquals(1, store.erase(EVE));
        assertTrue(store.get(EVE, "k").isEmpty());
        assertTrue(store.get(bob, "k").isPresent());
        assertEquals(2, store.erase(Owner.tenant("acme")));
        assertTrue(store.get(bob, "k").isEmpty());
        assertTrue(store.get(rival, "k").isPresent());
    }

    @Test
    final void manyWritersLoseNothing() {
        store.put(EVE, "count", "0");
        Crowd.of(8).each(worker -> {
            for (int i = 0; i < 25; i++) {
                increment();
            }
        });
        assertEquals("200", store.get(EVE, "count").orElseThrow().value());
    }

    @Test
    final void badKeysAndLivesAreRefused() {
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> store.put(EVE, " ", "v"));
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> store.get(EVE, "x".repeat(501)));
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> store.put(EVE, "k", "v", Duration.ZERO));
    }

    @Test
    final void aClosedStoreRefusesAndADurableOneRemembers() {
        store.put(EVE, "k", "v");
        store.close();
        store.close();
        Refusals.assertRefused(CallError.CLOSED, () -> store.get(EVE, "k"));
        store = open(clock);
        assertEquals(isDurable(), store.get(EVE, "k").isPresent());
    }

    private void increment() {
        Optional<KeyValueStore.Entry> written;
        do {
            KeyValueStore.Entry entry = store.get(EVE, "count").orElseThrow();
            String next = String.valueOf(Integer.parseInt(entry.value()) + 1);
            written = store.compareAndSet(EVE, "count", entry.version(), next, KeyValueStore.FOREVER);
        } while (written.isEmpty());
    }
}
