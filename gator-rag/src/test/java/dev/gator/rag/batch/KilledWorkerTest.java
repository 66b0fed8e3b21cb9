package dev.gator.rag.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.testing.ScriptedModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers in processes of their own, killed in the middle of their work. */
class KilledWorkerTest {

    private static final int ITEMS = 120;
    private static final int KILLS = 3;
    private static final BatchSettings SETTINGS =
            BatchSettings.standard().withHeartbeat(Duration.ofMillis(200)); // given up for dead after 0.8 s

    @TempDir
    Path folder;

    @Test
    void aKilledWorkerLosesNothingAndRepeatsNoEffect() throws Exception {
        Path file = folder.resolve("batches.db");
        try (ReelBatches watch =
                ReelBatches.open(file, BatchScenarios.offline(), CallContext::create, SETTINGS.withParallel(0))) {
            ReelBatch batch = watch.submit("autumn", BatchScenarios.items(ITEMS));
            List<BatchResult> before = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                killAfter(file, batch, (long) kill * ITEMS / (KILLS + 1));
                List<BatchResult> now = BatchScenarios.results(batch);
                assertTrue(now.containsAll(before), "a result changed or vanished");
                before = now;
            }
            assertTrue(before.size() < ITEMS, "all was done before the last kill: the test shows nothing");

            Process last = worker(file);
            BatchReport report = batch.await(BatchScenarios.PATIENCE);
            end(last);

            assertEquals(ITEMS, report.progress().done(), report.toString());
            List<BatchResult> all = BatchScenarios.results(batch);
            assertEquals(ITEMS, all.stream().map(BatchResult::key).distinct().count());
            assertTrue(all.containsAll(before), "a result changed after a kill");
        }
    }

    private static void killAfter(Path file, ReelBatch batch, long results) throws Exception {
        Process process = worker(file);
        CallContext patience = CallContext.create().withTimeout(BatchScenarios.PATIENCE);
        while (batch.progress().done() < results) {
            patience.check();
            assertTrue(process.isAlive(), "the worker ended by itself");
            patience.time().sleep(Duration.ofMillis(5), patience.cancellation());
        }
        end(process);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly(); // SIGKILL
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    private static Process worker(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                file.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(file + ".log"))
                .start();
    }

    /** Works until it is killed; its scripts say which process wrote them, so that a result written twice is seen. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] args) throws InterruptedException {
            String mine = BatchScenarios.SCRIPT.replace(
                    "one mat", "worker " + ProcessHandle.current().pid());
            ScriptedModel model = ScriptedModel.create().otherwise(request -> mine);
            ReelBatches.open(Path.of(args[0]), BatchScenarios.writing(model), CallContext::create, SETTINGS);
            Thread.currentThread().join();
        }
    }
}
