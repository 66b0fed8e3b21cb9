package dev.gator.rag.batch;

import dev.gator.error.Require;
import dev.gator.store.JobRetry;
import java.time.Duration;

/**
 * How batches are worked on.
 *
 * @param parallel how many items at once in this process, 0 to 64; 0 for a process that only orders
 * @param retry how often an item is tried after failures that may pass, and how long it rests in between
 * @param heartbeat how often a worker says that it lives; after four silent ones another takes its item
 */
public record BatchSettings(int parallel, JobRetry retry, Duration heartbeat) {

    private static final JobRetry PATIENT = new JobRetry(5, Duration.ofSeconds(1), 3, Duration.ofMinutes(2));

    /** Checks the numbers. */
    public BatchSettings {
        Require.range("parallel", parallel, 0, 64);
        Require.positive("heartbeat", heartbeat);
    }

    /** Returns two items at once, five attempts, a heartbeat every five seconds. */
    public static BatchSettings standard() {
        return new BatchSettings(2, PATIENT, Duration.ofSeconds(5));
    }

    /** Returns a copy that works on so many items at once. */
    public BatchSettings withParallel(int items) {
        return new BatchSettings(items, retry, heartbeat);
    }

    /** Returns a copy that tries in another way. */
    public BatchSettings withRetry(JobRetry other) {
        return new BatchSettings(parallel, other, heartbeat);
    }

    /** Returns a copy with another heartbeat. */
    public BatchSettings withHeartbeat(Duration every) {
        return new BatchSettings(parallel, retry, every);
    }
}
