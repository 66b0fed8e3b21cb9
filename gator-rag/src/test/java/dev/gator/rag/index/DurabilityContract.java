package dev.gator.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is left on the disk when a process is killed, and what is said when a bit there is wrong. */
abstract class DurabilityContract {

    private static final int ROUNDS = 6;
    private static final int DAMAGES_PER_FILE = 12;

    @TempDir
    private Path folder;

    /** Returns what {@link KilledWriter} calls this kind of store. */
    abstract String kind();

    abstract VectorStore open(Path path);

    @Test
    void aKilledProcessLeavesTheOldOrTheNew() throws Exception {
        Random random = new Random(5);
        Set<Integer> seen = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path index = folder.resolve("index" + round);
            Path saved = folder.resolve("saved" + round);
            int durable = killed(random, index, saved);
            try (VectorStore store = open(index)) {
                int generation = onlyGeneration(store);
                assertTrue(generation >= durable, generation + " is older than " + durable + ", which was flushed");
                seen.add(generation);
            }
            try (VectorStore store = open(folder.resolve("loaded" + round))) {
                store.snapshots().orElseThrow().load(Samples.EVE, Samples.DOCS, saved);
                int generation = onlyGeneration(store);
                assertTrue(generation >= durable, generation + " is older than " + durable + ", which was saved");
            }
        }
        assertTrue(seen.size() > 1, "every process was killed at the same point: " + seen);
    }

    @Test
    void everyWrongBitIsFoundWhenTheIndexIsOpened() throws Exception {
        Path index = folder.resolve("index");
        write(index).close();
        for (Path file : files(index)) {
            damageEverywhere(file, () -> {
                try (VectorStore store = open(index)) {
                    store.count(Samples.EVE, Samples.DOCS, Filter.all());
                }
            });
        }
        try (VectorStore store = open(index)) {
            assertEquals(2, onlyGeneration(store), "what is whole again opens");
        }
    }

    @Test
    void everyWrongBitOfASnapshotIsFoundWhenItIsLoaded() throws Exception {
        Path saved = folder.resolve("saved");
        try (VectorStore store = write(folder.resolve("index"))) {
            store.snapshots().orElseThrow().save(Samples.EVE, Samples.DOCS, saved);
            for (Path file : files(saved)) {
                damageEverywhere(file, () -> store.snapshots().orElseThrow().load(Samples.EVE, Samples.DOCS, saved));
            }
            assertEquals(2, onlyGeneration(store), "a load that failed left what was there");
        }
    }

    @Test
    void anotherProcessIsToldThatTheFolderIsInUse() throws Exception {
        Path index = folder.resolve("index");
        Process other = start(index);
        try (BufferedReader said = other.inputReader()) {
            assertEquals("0", said.readLine());
            GatorException refused = assertThrows(GatorException.class, () -> open(index));
            assertEquals(IndexError.IN_USE, refused.code());
            assertTrue(refused.getMessage().contains(index.toString()), refused.getMessage());
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (VectorStore store = open(index)) {
            assertThrows(GatorException.class, () -> open(index));
            assertEquals(Set.of(), store.collections(Samples.EVE));
        }
    }

    private VectorStore write(Path index) {
        VectorStore store = open(index);
        store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(1, 70));
        store.flush(Samples.EVE, Samples.DOCS);
        store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(2, 60));
        store.delete(Samples.EVE, Samples.DOCS, Filter.eq(Samples.GENERATION, 1));
        store.flush(Samples.EVE, Samples.DOCS);
        return store;
    }

    /** Returns the last generation that a process called durable before it was killed in the middle of something. */
    private int killed(Random random, Path index, Path saved) throws Exception {
        Process process = start(index, saved);
        try (BufferedReader said = process.inputReader()) {
            int durable = 0;
            for (int left = 1 + random.nextInt(4); left >= 0; left--) {
                durable = Integer.parseInt(said.readLine());
            }
            assertFalse(process.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS), "it ended by itself");
            process.destroyForcibly().waitFor();
            return durable;
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path... folders) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                kind()));
        Stream.of(folders).map(Path::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int onlyGeneration(VectorStore store) {
        Set<Integer> generations = new TreeSet<>();
        store.search(Samples.EVE, Samples.DOCS, VectorQuery.containing("words").top(1_000))
                .forEach(hit -> generations.add((int)
                        hit.record().attributes().number(Samples.GENERATION).orElse(-1)));
        assertEquals(1, generations.size(), "a mixture of generations: " + generations);
        assertEquals(KilledWriter.RECORDS, store.count(Samples.EVE, Samples.DOCS, Filter.all()));
        return generations.iterator().next();
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }

    /** Turns single bits at the beginning, at the end and in between, and expects each to be found. */
    private static void damageEverywhere(Path file, Executable use) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(file.getFileName().hashCode());
        for (int i = 0; i < DAMAGES_PER_FILE; i++) {
            int at = i == 0 ? 0 : i == 1 ? whole.length - 1 : random.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            String where = file.getFileName() + " at " + at + " of " + whole.length;
            GatorException found = assertThrows(GatorException.class, use, where);
            assertEquals(StoreError.CORRUPT, found.code(), where + ": " + found);
            String name = String.valueOf(file.getFileName());
            assertTrue(found.getMessage().contains(name), name + " is not named: " + found.getMessage());
        }
        Files.write(file, whole);
    }
}
