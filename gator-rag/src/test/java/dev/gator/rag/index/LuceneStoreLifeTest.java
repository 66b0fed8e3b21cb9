package dev.gator.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneStoreLifeTest {

    @TempDir
    private Path folder;

    @Test
    void closingLeavesNoThreadAndNoFileOpen() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (VectorStore store = Stores.lucene(folder)) {
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(1, 500));
            store.flush(Samples.EVE, Samples.DOCS);
            store.search(Samples.EVE, Samples.DOCS, VectorQuery.containing("words"));
        }
        Set<Thread> after = Thread.getAllStackTraces().keySet();
        after.removeAll(before);
        assertEquals(Set.of(), after);
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "only Linux says which files are open");
        assertEquals(List.of(), open(folder));
    }

    @Test
    void moreCollectionsThanMayStayOpenWorkAllTheSame() {
        try (VectorStore store =
                Stores.lucene(folder, LuceneSettings.ofDefaults().withOpenCollections(2))) {
            for (int round = 1; round <= 2; round++) {
                for (int i = 0; i < 7; i++) {
                    store.upsert(Samples.EVE, CollectionName.of("c" + i), Samples.generation(round, 10 + i));
                }
            }
            for (int i = 0; i < 7; i++) {
                assertEquals(10 + i, store.count(Samples.EVE, CollectionName.of("c" + i), Filter.all()));
            }
            assertEquals(7, store.collections(Samples.EVE).size());
        }
    }

    @Test
    void aWriterThatWasInterruptedIsNotTheEndOfTheStore() {
        try (VectorStore store = Stores.lucene(folder)) {
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(1, 20));
            store.flush(Samples.EVE, Samples.DOCS);
            Thread.currentThread().interrupt();
            assertThrows(GatorException.class, () -> {
                store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(2, 20));
                store.flush(Samples.EVE, Samples.DOCS);
            });
            assertTrue(Thread.interrupted(), "the interruption is still to be seen");
            assertEquals(20, store.count(Samples.EVE, Samples.DOCS, Filter.all()));
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(3, 20));
            store.flush(Samples.EVE, Samples.DOCS);
            assertEquals(20, store.count(Samples.EVE, Samples.DOCS, Filter.eq(Samples.GENERATION, 3)));
        }
    }

    @Test
    void anotherOwnersFolderIsNotReadAsOnesOwn() throws IOException {
        Owner bob = Owner.of("acme", "bob");
        try (VectorStore store = Stores.lucene(folder)) {
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(1, 5));
            store.upsert(bob, CollectionName.of("other"), Samples.generation(1, 5));
        }
        Path from = folder(Samples.EVE, "docs");
        Files.move(from, folder(bob, "docs"));
        try (VectorStore store = Stores.lucene(folder)) {
            GatorException refused =
                    assertThrows(GatorException.class, () -> store.count(bob, Samples.DOCS, Filter.all()));
            assertEquals(StoreError.CORRUPT, refused.code());
        }
    }

    @Test
    void erasedFilesAreGoneFromTheDisk() throws IOException {
        try (VectorStore store = Stores.lucene(folder)) {
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(1, 5));
            store.flush(Samples.EVE, Samples.DOCS);
            assertEquals(5, store.erase(Samples.EVE));
            assertFalse(Files.exists(folder(Samples.EVE, "docs")));
            store.upsert(Samples.EVE, Samples.DOCS, Samples.generation(2, 3));
            assertEquals(3, store.count(Samples.EVE, Samples.DOCS, Filter.all()));
        }
    }

    private Path folder(Owner owner, String collection) {
        Place place = Place.of(owner, CollectionName.of(collection));
        return folder.resolve(place.tenant()).resolve(place.user()).resolve(place.collection());
    }

    /** Returns the files below a folder that this process has open or mapped. */
    private static List<String> open(Path below) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            Stream<String> files = handles.map(LuceneStoreLifeTest::target);
            Stream<String> mapped = Files.readAllLines(Path.of("/proc/self/maps")).stream();
            return Stream.concat(files, mapped)
                    .filter(line -> line.contains(below.toString()))
                    .toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (java.nio.file.NoSuchFileException e) {
            return ""; // the handle of the listing itself
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
