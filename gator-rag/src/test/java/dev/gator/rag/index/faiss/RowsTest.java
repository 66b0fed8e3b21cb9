package dev.gator.rag.index.faiss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of the store that lies in Java: the file of truth and what the heap knows of it. Needs no FAISS. */
class RowsTest {

    private static final Owner OWNER = Owner.of("acme", "ann");
    private static final CollectionName DOCS = CollectionName.of("docs");

    @TempDir
    private Path folder;

    @Test
    void filtersMeanWhatTheContractSays() {
        List<VectorRecord> all = records(200);
        Rows rows = new Rows();
        all.forEach(record -> rows.written(0, record));
        Filter pets = Filter.eq("sector", "pets");
        for (Filter filter : List.of(
                Filter.all(),
                pets,
                Filter.eq("number", 7),
                Filter.eq("number", "7"),
                Filter.eq("tags", "five"),
                Filter.eq("even", false),
                Filter.in("sector", "pets", "food"),
                Filter.between("number", 10, 20.5),
                Filter.atLeast("number", 190),
                Filter.atMost("number", 3),
                Filter.exists("tags"),
                pets.not().and(Filter.exists("sector")),
                pets.or(Filter.atMost("number", 9)).not())) {
            BitSet passing = rows.passing(filter);
            for (int row = 0; row < all.size(); row++) {
                assertEquals(filter.matches(all.get(row).attributes()), passing.get(row), filter + " of " + row);
            }
        }
    }

    @Test
    void rareWordsInShortTextsScoreMore() {
        Rows rows = new Rows();
        List<String> texts =
                List.of("the fox", "the fox and the dog and the cat and the cow", "the dog", "the cow", "狐は速い");
        texts.forEach(text -> rows.written(0, VectorRecord.ofText("r" + text.hashCode(), text)));
        Map<Integer, Double> scores = rows.scores("THE Fox", rows.passing(Filter.all()));
        assertEquals(Set.of(0, 1, 2, 3), scores.keySet());
        assertTrue(scores.get(0) > scores.get(1) && scores.get(1) > scores.get(2), scores.toString());
        assertTrue(scores.values().stream().allMatch(score -> score > 0 && score < 1), scores.toString());
        assertEquals(Set.of(4), rows.scores("狐", rows.passing(Filter.all())).keySet());
        assertEquals(Map.of(), rows.scores("fox", new BitSet()));
    }

    @Test
    void aLogComesBackAsItWasWritten() {
        Path file = folder.resolve("log");
        List<VectorRecord> all = records(3_000);
        RecordLog.write(file, OWNER, DOCS, List.of(all.subList(0, 10)));
        Rows written = new Rows();
        try (RecordLog log = RecordLog.open(file, OWNER, DOCS, written)) {
            for (int from = 10; from < all.size(); from += 230) {
                log.written(all.subList(from, from + 230), written::written);
                assertEquals(all.get(from), log.record(written.position(from)), "while it grows");
            }
            log.deleted(Set.of("r5", "r2000"));
            log.sync();
        }
        Rows read = new Rows();
        try (RecordLog log = RecordLog.open(file, OWNER, DOCS, read)) {
            assertEquals(2_998, read.alive());
            for (int row : new int[] {0, 9, 10, 1_234, 2_999}) {
                assertEquals(all.get(row), log.record(read.position(row)));
            }
        }
    }

    @Test
    void aLogBelongsToOneOwner() {
        Path file = folder.resolve("log");
        RecordLog.write(file, OWNER, DOCS, List.of());
        for (Owner other : List.of(Owner.tenant("acme"), Owner.of("acme", "bob"), Owner.of("acm", "eann"))) {
            assertCorrupt(() -> RecordLog.open(file, other, DOCS, new Rows()));
        }
        assertCorrupt(() -> RecordLog.open(file, OWNER, CollectionName.of("others"), new Rows()));
        assertCorrupt(() -> RecordLog.open(folder.resolve("nothing"), new Rows()));
    }

    @Test
    void anyFlippedBitOfWhatWasDurableIsDetected() throws IOException {
        Path file = folder.resolve("log");
        RecordLog.write(file, OWNER, DOCS, List.of(records(3)));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += i < 100 ? 1 : 13) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Path copy = Files.write(folder.resolve("damaged"), damaged);
            assertCorrupt(() -> RecordLog.open(copy, OWNER, DOCS, new Rows()));
        }
    }

    @Test
    void everyTornEndIsCutOff() throws IOException {
        Path file = folder.resolve("log");
        RecordLog.write(file, OWNER, DOCS, List.of(records(3)));
        long durable = Files.size(file);
        try (RecordLog log = RecordLog.open(file, OWNER, DOCS, new Rows())) {
            log.written(List.of(VectorRecord.ofText("later", "text")), (position, record) -> {});
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) durable; length < whole.length; length++) {
            Path copy = folder.resolve("torn");
            Files.write(copy, whole);
            try (RandomAccessFile torn = new RandomAccessFile(copy.toFile(), "rw")) {
                torn.setLength(length);
            }
            Rows rows = new Rows();
            RecordLog.open(copy, OWNER, DOCS, rows).close();
            assertEquals(3, rows.alive(), "cut to " + length);
            assertEquals(durable, Files.size(copy));
        }
    }

    @Test
    void theBestAreKeptInOrder() {
        Nearest best = new Nearest(3, row -> "id" + (9 - row));
        for (int row = 0; row < 6; row++) {
            best.offer(row, row % 2);
        }
        assertArrayEquals(
                new int[] {5, 3, 1},
                best.best().stream().mapToInt(Nearest.Scored::row).toArray());
    }

    private static void assertCorrupt(Runnable work) {
        assertEquals(
                StoreError.CORRUPT,
                assertThrows(GatorException.class, work::run).code());
    }

    private static List<VectorRecord> records(int count) {
        Random random = new Random(1);
        List<VectorRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Attributes facts = Attributes.none().with("number", i).with("even", i % 2 == 0);
            Attributes more = i % 3 == 0 ? facts.with("sector", i % 6 == 0 ? "pets" : "food") : facts;
            Attributes all = i % 5 == 0 ? more.with("tags", Set.of("five", "t" + i)) : more;
            float[] values = new float[384];
            for (int j = 0; j < values.length; j++) {
                values[j] = random.nextFloat();
            }
            records.add(new VectorRecord("r" + i, i % 7 == 0 ? null : Embedding.of(values), "text " + i, all));
        }
        return records;
    }
}
