package dev.gator.bench.batch;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.rag.Reels;
import dev.gator.rag.batch.BatchItem;
import dev.gator.rag.batch.BatchReport;
import dev.gator.rag.batch.BatchSettings;
import dev.gator.rag.batch.ReelBatch;
import dev.gator.rag.batch.ReelBatches;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.store.BatchProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Many scripts written offline as a batch in a SQLite file: scripts a second, and the heap that is in use meanwhile. */
public final class BatchBench {

    private BatchBench() {}

    /** Takes how many scripts; 10,000 if nothing is said. */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Path file = Files.createTempDirectory("batch-bench").resolve("batches.db");
        try (Gator gator = Gator.builder().defaultModel("offline").build();
                ReelBatches batches = Reels.of(gator).batches(file, BatchSettings.standard())) {
            Progress progress = new Progress(count);
            ReelBatch batch = batches.submit("bench", items(count));
            System.out.printf("ordered %,d in %.1f s%n", count, progress.seconds());
            BatchReport report =
                    batch.await(CallContext.create().withTimeout(Duration.ofHours(1)), progress::tell);
            System.out.println(report);
            System.out.printf("%.0f scripts a second%n", count / progress.seconds());
        }
    }

    private static Iterable<BatchItem> items(int count) {
        BrandProfile brand = BrandProfile.builder("FitLife Pro")
                .sector(Sector.FITNESS)
                .audience(who -> who.painPoint("no time"))
                .offer("home workout plans")
                .doNotUse("lazy", "fat")
                .build();
        return () -> IntStream.range(0, count)
                .mapToObj(i -> new BatchItem("item-" + i, brand, ScriptRequest.goal(Goal.CONVERSION).seed(i)))
                .iterator();
    }

    private static final class Progress {
        private final long start = System.nanoTime();
        private final List<Integer> marks;
        private int passed;

        Progress(int count) {
            this.marks = List.of(count / 10, count / 4, count / 2, count * 3 / 4, count);
        }

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        void tell(BatchProgress progress) {
            while (passed < marks.size() && progress.done() >= marks.get(passed)) {
                System.gc(); // what survives is what is needed
                Runtime jvm = Runtime.getRuntime();
                double used = (jvm.totalMemory() - jvm.freeMemory()) / 1e6;
                System.out.printf("%,7d done after %5.1f s, %.1f MB in use%n", progress.done(), seconds(), used);
                passed++;
            }
        }
    }
}
