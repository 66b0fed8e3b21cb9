package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.CallError;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorSnapshots;
import dev.gator.store.VectorStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link VectorStore} does. */
public abstract class VectorStoreContract {

    private static final Owner EVE = Owner.of("acme", "eve");
    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final int MANY = 600;

    private VectorStore store;

    /** Opens the store; a second call opens the same data again. */
    protected abstract VectorStore open();

    /** Returns whether data outlives {@link VectorStore#close()}. */
    protected boolean isDurable() {
        return true;
    }

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    final void theNearestComesFirstWithItsScore() {
        write(record("east", 1, 0, "sunrise"), record("north", 0, 1, "cold"), record("west", -1, 0, "sunset"));
        List<VectorHit> hits = search(VectorQuery.near(Embedding.of(1, 0)));
        assertEquals(List.of("east", "north", "west"), ids(hits));
        assertEquals(1, hits.get(0).score(), 0.01);
        assertEquals(0.5, hits.get(1).score(), 0.01);
        assertEquals(0, hits.get(2).score(), 0.01);
        assertEquals("sunrise", hits.get(0).record().text());
        assertEquals(
                List.of("east"), ids(search(VectorQuery.near(Embedding.of(1, 0)).top(1))));
        assertEquals(
                List.of("east"), ids(search(VectorQuery.near(Embedding.of(1, 0)).scoringAtLeast(0.9))));
    }

    @Test
    final void wordsFindWhatContainsThem() {
        write(
                record("a", 1, 0, "The quick brown fox jumps"),
                record("b", 0, 1, "A lazy dog sleeps"),
                VectorRecord.ofText("c", "A fox without a vector"));
        assertEquals(Set.of("a", "c"), new HashSet<>(ids(search(VectorQuery.containing("fox")))));
        assertEquals(List.of(), search(VectorQuery.containing("submarine")));
        VectorQuery both = VectorQuery.near(Embedding.of(0, 1)).andContaining("lazy dog");
        assertEquals("b", search(both).get(0).record().id());
        assertEquals(Set.of("a", "b"), new HashSet<>(ids(search(VectorQuery.near(Embedding.of(1, 1))))));
    }

    @Test
    final void aRecordComesBackWhole() {
        VectorRecord record = record("r", 1, 2, "text ' \" \uD83D\uDE00")
                .with(Attributes.none()
                        .with("sector", "fitness")
                        .with("rate", 9.25)
                        .with("public", true)
                        .with("tags", Set.of("a", "b")));
        write(record);
        assertEquals(Optional.of(record), store.get(EVE, DOCS, "r"));
        assertEquals(
                record.attributes(),
                search(VectorQuery.near(Embedding.of(1, 2))).get(0).record().attributes());
        assertEquals(Optional.empty(), store.get(EVE, DOCS, "other"));
    }

    @Test
    final void writingAgainReplaces() {
        write(record("r", 1, 0, "old words"));
        write(record("r", 0, 1, "new words"));
        assertEquals(1, store.count(EVE, DOCS, Filter.all()));
        assertEquals(List.of(), search(VectorQuery.containing("old")));
        assertEquals(1, search(VectorQuery.near(Embedding.of(0, 1))).get(0).score(), 0.01);
    }

    @Test
    final void everyFilterMeansTheSameInsideTheSearch() {
        List<VectorRecord> all =
                IntStream.range(0, 60).mapToObj(VectorStoreContract::varied).toList();
        store.upsert(EVE, DOCS, all);
        store.flush(EVE, DOCS);
        for (Filter filter : filters()) {
            Set<String> expected = new HashSet<>();
            all.stream().filter(r -> filter.matches(r.attributes())).forEach(r -> expected.add(r.id()));
            VectorQuery query =
                    VectorQuery.near(Embedding.of(1, 1)).where(filter).top(100);
            assertEquals(expected, new HashSet<>(ids(search(query))), filter.toString());
            assertEquals(expected.size(), store.count(EVE, DOCS, filter), filter.toString());
        }
    }

    @Test
    final void aRareMatchIsFoundHoweverRare() {
        Random random = new Random(7);
        List<VectorRecord> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(new VectorRecord(
                    "r" + i,
                    Embedding.of(random.nextFloat(), random.nextFloat()),
                    "",
                    Attributes.none().with("rare", i % 200 == 199)));
        }
        store.upsert(EVE, DOCS, all);
        store.flush(EVE, DOCS);
        VectorQuery query = VectorQuery.near(Embedding.of(-1, -1))
                .where(Filter.eq("rare", true))
                .top(3);
        assertEquals(Set.of("r199", "r399", "r599"), new HashSet<>(ids(search(query))));
    }

    @Test
    final void theStatedRecallIsKept() {
        Random random = new Random(11);
        List<VectorRecord> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(VectorRecord.of("r" + i, gaussian(random), ""));
        }
        store.upsert(EVE, DOCS, all);
        store.flush(EVE, DOCS);
        int found = 0;
        for (int q = 0; q < 20; q++) {
            Embedding query = gaussian(random);
            List<String> truth = all.stream()
                    .sorted((a, b) -> Double.compare(cosine(b, query), cosine(a, query)))
                    .limit(10)
                    .map(VectorRecord::id)
                    .toList();
            List<String> answer = ids(search(VectorQuery.near(query)));
            found += (int) truth.stream().filter(answer::contains).count();
        }
        assertTrue(found / 200.0 >= store.recall().share() - 0.02, found + " of 200 found, stated " + store.recall());
    }

    @Test
    final void deletedIsGone() {
        write(record("a", 1, 0, "fox"), record("b", 0, 1, "fox"), varied(3), varied(4));
        assertEquals(1, store.delete(EVE, DOCS, Set.of("a", "unknown")));
        assertEquals(1, store.delete(EVE, DOCS, Filter.eq("number", 3)));
        store.flush(EVE, DOCS);
        assertEquals(List.of("b"), ids(search(VectorQuery.containing("fox"))));
        assertEquals(2, store.count(EVE, DOCS, Filter.all()));
        assertEquals(2, store.delete(EVE, DOCS, Filter.all()));
        store.flush(EVE, DOCS);
        assertEquals(Set.of(), store.collections(EVE));
    }

    @Test
    final void dimensionsMustAgree() {
        write(record("a", 1, 0, ""));
        VectorRecord wide = VectorRecord.of("w", Embedding.of(1, 2, 3), "");
        Refusals.assertRefused(
                StoreError.WRONG_DIMENSIONS, () -> store.upsert(EVE, DOCS, List.of(record("b", 0, 1, ""), wide)));
        assertEquals(1, store.count(EVE, DOCS, Filter.all()), "all of them or none");
        Refusals.assertRefused(StoreError.WRONG_DIMENSIONS, () -> search(VectorQuery.near(Embedding.of(1, 2, 3))));
        store.upsert(EVE, CollectionName.of("wide"), List.of(wide));
        store.flush(EVE, CollectionName.of("wide"));
        assertEquals(Set.of(DOCS, CollectionName.of("wide")), store.collections(EVE));
    }

    @Test
    final void anUnknownCollectionIsEmpty() {
        CollectionName unknown = CollectionName.of("unknown");
        assertEquals(List.of(), store.search(EVE, unknown, VectorQuery.containing("x")));
        assertEquals(0, store.count(EVE, unknown, Filter.all()));
        assertEquals(0, store.delete(EVE, unknown, Filter.all()));
        store.upsert(EVE, unknown, List.of());
        assertFalse(store.collections(EVE).contains(unknown));
    }

    @Test
    final void ownersDoNotSeeEachOther() {
        write(record("secret", 1, 0, "the secret plan"));
        for (Owner other : List.of(Owner.of("rival", "eve"), Owner.of("acme", "bob"), Owner.tenant("acme"))) {
            assertEquals(List.of(), store.search(other, DOCS, VectorQuery.near(Embedding.of(1, 0))));
            assertEquals(List.of(), store.search(other, DOCS, VectorQuery.containing("secret")));
            assertEquals(Optional.empty(), store.get(other, DOCS, "secret"));
            assertEquals(0, store.count(other, DOCS, Filter.all()));
            assertEquals(0, store.delete(other, DOCS, Set.of("secret")));
            assertEquals(0, store.delete(other, DOCS, Filter.all()));
            assertEquals(Set.of(), store.collections(other));
            store.upsert(other, DOCS, List.of(record("secret", 0, 1, "mine")));
            store.flush(other, DOCS);
        }
        assertEquals(
                "the secret plan", store.get(EVE, DOCS, "secret").orElseThrow().text());
        assertEquals(1, search(VectorQuery.near(Embedding.of(1, 0))).size());
    }

    @Test
    final void erasingCoversAUserOrAWholeTenant() {
        Owner bob = Owner.of("acme", "bob");
        Owner rival = Owner.of("rival", "eve");
        for (Owner owner : List.of(EVE, bob, Owner.tenant("acme"), rival)) {
            store.upsert(owner, DOCS, List.of(record("r", 1, 0, "fox")));
            store.flush(owner, DOCS);
        }
        assertEquals(1, store.erase(EVE));
        assertEquals(List.of(), search(VectorQuery.containing("fox")));
        assertEquals(2, store.erase(Owner.tenant("acme")));
        assertEquals(0, store.count(bob, DOCS, Filter.all()));
        assertEquals(1, store.count(rival, DOCS, Filter.all()));
    }

    @Test
    final void readersAndWritersDoNotDisturbEachOther() {
        write(record("fixed", 1, 0, "fox"));
        Crowd.of(6).each(worker -> {
            for (int i = 0; i < 20; i++) {
                if (worker % 2 == 0) {
                    store.upsert(EVE, DOCS, List.of(record(worker + "-" + i, -1, i, "dog")));
                } else {
                    assertEquals(
                            "fixed",
                            search(VectorQuery.near(Embedding.of(1, 0)))
                                    .get(0)
                                    .record()
                                    .id());
                }
            }
        });
        store.flush(EVE, DOCS);
        assertEquals(61, store.count(EVE, DOCS, Filter.all()));
    }

    @Test
    final void aSnapshotBringsACollectionBack(@TempDir Path folder) {
        Optional<VectorSnapshots> snapshots = store.snapshots();
        assumeTrue(snapshots.isPresent(), "this store has no snapshots");
        write(record("a", 1, 0, "fox"));
        snapshots.get().save(EVE, DOCS, folder);
        store.delete(EVE, DOCS, Filter.all());
        snapshots.get().load(EVE, DOCS, folder);
        assertEquals(List.of("a"), ids(search(VectorQuery.containing("fox"))));
        Refusals.assertRefused(StoreError.CORRUPT, () -> snapshots.get().load(EVE, DOCS, folder.resolve("nothing")));
    }

    @Test
    final void aClosedStoreRefusesAndADurableOneRemembers() {
        write(record("a", 1, 0, "fox"));
        store.close();
        store.close();
        Refusals.assertRefused(CallError.CLOSED, () -> search(VectorQuery.containing("fox")));
        store = open();
        assertEquals(isDurable() ? 1 : 0, search(VectorQuery.containing("fox")).size());
    }

    private void write(VectorRecord... records) {
        store.upsert(EVE, DOCS, List.of(records));
        store.flush(EVE, DOCS);
    }

    private List<VectorHit> search(VectorQuery query) {
        return store.search(EVE, DOCS, query);
    }

    private static List<String> ids(List<VectorHit> hits) {
        return hits.stream().map(hit -> hit.record().id()).toList();
    }

    private static double cosine(VectorRecord record, Embedding query) {
        return record.embedding().orElseThrow().cosine(query);
    }

    private static Embedding gaussian(Random random) {
        float[] values = new float[16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }

    private static VectorRecord record(String id, float x, float y, String text) {
        return VectorRecord.of(id, Embedding.of(x, y), text);
    }

    private static VectorRecord varied(int i) {
        Attributes facts = Attributes.none().with("number", i).with("even", i % 2 == 0);
        Attributes more = i % 3 == 0 ? facts.with("sector", i % 6 == 0 ? "pets" : "food & 'drink'") : facts;
        return record("v" + i, 1, i, "").with(i % 5 == 0 ? more.with("tags", Set.of("five", "t" + i)) : more);
    }

    private static List<Filter> filters() {
        Filter pets = Filter.eq("sector", "pets");
        Filter small = Filter.atMost("number", 9);
        return List.of(
                Filter.all(),
                pets,
                Filter.eq("sector", "food & 'drink'"),
                Filter.eq("number", 12),
                Filter.eq("even", false),
                Filter.eq("tags", "five"),
                Filter.eq("number", "12"),
                Filter.in("sector", "pets", "unknown"),
                Filter.in("tags", "t5", "t10"),
                Filter.atLeast("number", 50),
                Filter.between("number", 10, 20),
                Filter.exists("tags"),
                Filter.exists("unknown"),
                pets.not(),
                pets.and(small),
                pets.or(small),
                pets.or(small).not().and(Filter.exists("sector")),
                small.not().not());
    }
}
