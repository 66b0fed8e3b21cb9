package dev.gator.rag.index.faiss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaissStoreTest {

    private static final Owner OWNER = Owner.tenant("acme");
    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final int DIMENSIONS = 32;
    private static final int MANY = 12_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void assumeBuilt() {
        Library.assumeBuilt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flat", "HNSW32", "SQ8", "IVF64,Flat", "IVF64,PQ16", "HNSW32_SQ8", "PCAR32,IVF64,SQ8"})
    void everyKindFindsWhatBruteForceFinds(String factory) {
        List<VectorRecord> all = clustered(MANY);
        try (VectorStore store = FaissStore.open(folder, factory)) {
            store.upsert(OWNER, DOCS, all);
            store.flush(OWNER, DOCS);
            assertTrue(recall(store, all, Filter.all()) >= store.recall().share() - 0.02, factory);
            assertTrue(
                    recall(store, all, Filter.eq("tenth", true))
                            >= store.recall().share() - 0.02,
                    factory);
            assertTrue(
                    recall(store, all, Filter.eq("half", true))
                            >= store.recall().share() - 0.02,
                    factory);
            assertEquals(
                    1, recall(store, all, Filter.eq("rare", true)), factory + ": a rare filter is answered exactly");
        }
        assertTrue(savedIndex().isPresent(), "FAISS was asked to save");
        try (VectorStore store = FaissStore.open(folder, factory)) {
            assertTrue(recall(store, all, Filter.all()) >= store.recall().share() - 0.02, factory + " after loading");
        }
    }

    @Test
    void manyDeletedLeaveNoHoles() {
        List<VectorRecord> all = clustered(6_000);
        List<VectorRecord> kept = all.stream()
                .filter(record -> Filter.eq("tenth", true).matches(record.attributes()))
                .toList();
        try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
            store.upsert(OWNER, DOCS, all);
            store.flush(OWNER, DOCS);
            assertEquals(
                    5_400, store.delete(OWNER, DOCS, Filter.eq("tenth", true).not()));
            assertTrue(recall(store, kept, Filter.all()) >= store.recall().share() - 0.02);
            long before = size();
            store.flush(OWNER, DOCS);
            assertTrue(size() < before / 2, "compacting leaves the dead behind");
            assertTrue(recall(store, kept, Filter.all()) >= store.recall().share() - 0.02);
            assertEquals(600, store.count(OWNER, DOCS, Filter.all()));
        }
    }

    @Test
    void whatIsNewIsFoundBeforeAndAfterTheIndexKnowsIt() {
        List<VectorRecord> all = clustered(4_000);
        try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
            store.upsert(OWNER, DOCS, all.subList(0, 3_000));
            store.flush(OWNER, DOCS);
            store.upsert(OWNER, DOCS, all.subList(3_000, 4_000));
            assertEquals("r3500", first(store, all.get(3_500)));
            store.flush(OWNER, DOCS);
            assertEquals("r3500", first(store, all.get(3_500)));
        }
    }

    @Test
    void aTornEndIsCutOffAndTheRestIsThere() throws IOException {
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            store.upsert(OWNER, DOCS, clustered(10));
        }
        try (RandomAccessFile log = new RandomAccessFile(log().toFile(), "rw")) {
            log.seek(log.length());
            log.write(new byte[] {100, 0, 0, 0, 1, 2});
        }
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            assertEquals(10, store.count(OWNER, DOCS, Filter.all()));
            store.upsert(OWNER, DOCS, List.of(VectorRecord.ofText("more", "text")));
        }
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            assertEquals(11, store.count(OWNER, DOCS, Filter.all()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.002, 0.3, 0.7, 0.999})
    void aFlippedBitOfARecordIsDetected(double where) throws IOException {
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            store.upsert(OWNER, DOCS, clustered(100));
            store.upsert(OWNER, DOCS, List.of(VectorRecord.ofText("last", "text")));
        }
        flip(log(), where);
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            GatorException error = assertThrows(
                    GatorException.class, () -> store.count(OWNER, DOCS, Filter.all()), "flipped at " + where);
            assertEquals(StoreError.CORRUPT, error.code());
        }
    }

    @Test
    void aDamagedIndexIsBuiltAgain() throws IOException {
        List<VectorRecord> all = clustered(2_000);
        try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
            store.upsert(OWNER, DOCS, all);
            store.flush(OWNER, DOCS);
        }
        Path damaged = savedIndex().orElseThrow();
        byte[] whole = Files.readAllBytes(damaged);
        flip(damaged, 0.5);
        try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
            assertTrue(recall(store, all, Filter.all()) >= 0.9);
        }
        assertEquals(whole.length, Files.size(savedIndex().orElseThrow()));
        assertTrue(SavedIndex.find(damaged.getParent(), generation(), "HNSW32").isPresent());
    }

    @Test
    void anotherDescriptionBuildsAnotherIndex() {
        List<VectorRecord> all = clustered(2_000);
        try (VectorStore store = FaissStore.open(folder, "HNSW32")) {
            store.upsert(OWNER, DOCS, all);
            store.flush(OWNER, DOCS);
        }
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            assertEquals(1, recall(store, all, Filter.all()));
        }
    }

    @Test
    void badDescriptionsAreRefusedBeforeAnythingIsWritten() {
        for (String factory : List.of("nonsense", "IVF64,PQ16x4fs", "PQ16")) {
            try (VectorStore store = FaissStore.open(folder.resolve(factory.replace(',', '_')), factory)) {
                GatorException error =
                        assertThrows(GatorException.class, () -> store.upsert(OWNER, DOCS, clustered(1)), factory);
                assertEquals(FaissError.REFUSED, error.code());
                assertFalse(store.collections(OWNER).contains(DOCS));
            }
        }
    }

    @Test
    void oneStoreHasTheFolder() {
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            GatorException error = assertThrows(GatorException.class, () -> FaissStore.open(folder, "Flat"));
            assertEquals(StoreError.IO, error.code());
            assertEquals(Set.of(), store.collections(OWNER));
        }
        FaissStore.open(folder, "Flat").close();
    }

    @Test
    void anEmptiedCollectionTakesOtherDimensions() {
        try (VectorStore store = FaissStore.open(folder, "Flat")) {
            store.upsert(OWNER, DOCS, clustered(5));
            store.delete(OWNER, DOCS, Filter.all());
            store.upsert(OWNER, DOCS, List.of(VectorRecord.of("a", Embedding.of(1, 2, 3), "")));
            assertEquals(
                    1,
                    store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 2, 3)))
                            .size());
        }
    }

    private static String first(VectorStore store, VectorRecord like) {
        VectorQuery query = VectorQuery.near(like.embedding().orElseThrow()).top(1);
        return store.search(OWNER, DOCS, query).get(0).record().id();
    }

    private static double recall(VectorStore store, List<VectorRecord> all, Filter filter) {
        List<VectorRecord> allowed = all.stream()
                .filter(record -> filter.matches(record.attributes()))
                .toList();
        Random random = new Random(5);
        int found = 0;
        for (int i = 0; i < 30; i++) {
            Embedding query = near(all.get(random.nextInt(all.size())), random);
            Set<String> truth = nearest(allowed, query);
            for (VectorHit hit : store.search(
                    OWNER, DOCS, VectorQuery.near(query).where(filter).top(10))) {
                found += truth.contains(hit.record().id()) ? 1 : 0;
            }
        }
        return found / 300.0;
    }

    private static Set<String> nearest(List<VectorRecord> allowed, Embedding query) {
        record Scored(String id, double score) {}
        return allowed.stream()
                .map(record ->
                        new Scored(record.id(), record.embedding().orElseThrow().cosine(query)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(10)
                .map(Scored::id)
                .collect(Collectors.toSet());
    }

    private static Embedding near(VectorRecord record, Random random) {
        float[] values = record.embedding().orElseThrow().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) random.nextGaussian() * 0.1f;
        }
        return Embedding.of(values);
    }

    private static List<VectorRecord> clustered(int count) {
        Random random = new Random(3);
        float[][] centres = new float[50][DIMENSIONS];
        for (float[] centre : centres) {
            fill(centre, new float[DIMENSIONS], 1, random);
        }
        List<VectorRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[DIMENSIONS];
            fill(values, centres[i % centres.length], 0.3f, random);
            Attributes facts = Attributes.none()
                    .with("rare", i % 100 == 7)
                    .with("tenth", i % 10 == 3)
                    .with("half", i % 2 == 0);
            records.add(new VectorRecord("r" + i, Embedding.of(values), "", facts));
        }
        return records;
    }

    private static void fill(float[] values, float[] centre, float spread, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = centre[i] + (float) random.nextGaussian() * spread;
        }
    }

    private static void flip(Path file, double where) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long position = (long) (where * bytes.length());
            bytes.seek(position);
            int value = bytes.read();
            bytes.seek(position);
            bytes.write(value ^ 4);
        }
    }

    private long size() {
        try {
            return Files.size(log());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path log() {
        return files("records.log").get(0);
    }

    private Optional<Path> savedIndex() {
        return files(".faiss").stream().findFirst();
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long generation() {
        try (RecordLog log = RecordLog.open(log(), new Rows())) {
            return log.generation();
        }
    }
}
