package dev.gator.rag.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.rag.index.Stores;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIngestionTest {

    @TempDir
    private Path folder;

    @Test
    void aKilledProcessIsRepeatedAndNothingIsMissingDoubleOrStale() throws Exception {
        kill("old", 30);
        kill("new", 12);
        IngestReport rest;
        Map<String, VectorRecord> resumed;
        try (VectorStore store = Stores.lucene(folder)) {
            rest = KilledIngestion.ingestor(store).ingest(KilledIngestion.books("new"), CallContext.create());
            resumed = records(store);
        }
        assertTrue(rest.unchanged() > 0 && rest.unchanged() < 24, rest.summary());
        try (VectorStore store = Stores.inMemoryLucene()) {
            KilledIngestion.ingestor(store).ingest(KilledIngestion.books("new"), CallContext.create());
            assertEquals(records(store), resumed);
        }
    }

    /** Lets a process ingest until it has come so far, and kills it. */
    private void kill(String state, int documents) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIngestion.class.getName(),
                        folder.toString(),
                        state)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long done = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); done < documents && line != null; line = lines.readLine()) {
                done = Long.parseLong(line);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(documents, done);
    }

    private static Map<String, VectorRecord> records(VectorStore store) {
        float[] any = new float[16];
        any[0] = 1;
        VectorQuery all = VectorQuery.near(Embedding.of(any)).top(10_000);
        Map<String, VectorRecord> records = new TreeMap<>();
        for (VectorHit hit : store.search(Owner.DEFAULT, Shelf.BOOKS, all)) {
            records.put(hit.record().id(), hit.record());
        }
        assertEquals(store.count(Owner.DEFAULT, Shelf.BOOKS, Filter.all()), records.size());
        return records;
    }
}
