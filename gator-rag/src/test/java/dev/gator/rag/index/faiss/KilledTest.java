package dev.gator.rag.index.faiss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it saves leaves a store that opens, with everything that was flushed. */
class KilledTest {

    private static final Owner OWNER = Owner.tenant("acme");
    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final int BATCH = 500;

    @TempDir
    private Path folder;

    @BeforeEach
    void assumeBuilt() {
        Library.assumeBuilt();
    }

    @Test
    void whatWasFlushedSurvivesAKill() throws IOException {
        int flushed = 0;
        Random random = new Random(1);
        for (int kills = 0; kills < 4; kills++) {
            flushed = Math.max(flushed, writeUntilKilled(1 + random.nextInt(4)));
            try (VectorStore store = FaissStore.open(folder, new Tuning("HNSW16", 128, 1))) {
                long count = store.count(OWNER, DOCS, Filter.all());
                assertTrue(count >= flushed && count % BATCH == 0, count + " of " + flushed + " flushed");
                Embedding last = vector(flushed - 1);
                assertEquals(
                        "r" + (flushed - 1),
                        store.search(OWNER, DOCS, VectorQuery.near(last).top(1))
                                .get(0)
                                .record()
                                .id());
            }
        }
    }

    /** Kills the writer somewhere in the flush that follows so many whole ones. */
    private int writeUntilKilled(int whole) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int flushed = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < whole; i++) {
                flushed = Integer.parseInt(lines.readLine());
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return flushed;
    }

    private static Embedding vector(int row) {
        Random random = new Random(row);
        float[] values = new float[16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }

    /** Writes and flushes without end, and says what was flushed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            try (VectorStore store = FaissStore.open(Path.of(args[0]), new Tuning("HNSW16", 128, 1))) {
                for (int row = (int) store.count(OWNER, DOCS, Filter.all()); row < 1_000_000; row += BATCH) {
                    List<VectorRecord> batch = new ArrayList<>();
                    for (int i = row; i < row + BATCH; i++) {
                        batch.add(VectorRecord.of("r" + i, vector(i), "text"));
                    }
                    store.upsert(OWNER, DOCS, batch);
                    store.flush(OWNER, DOCS);
                    System.out.println(row + BATCH);
                }
            }
        }
    }
}
