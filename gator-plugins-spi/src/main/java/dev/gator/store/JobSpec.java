package dev.gator.store;

import dev.gator.error.Require;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done once.
 *
 * @param id its name; a job is known by it for ever
 * @param kind which handler does it
 * @param payload what the handler needs, usually JSON
 * @param priority higher goes first, -100 to 100
 * @param retry how often it is tried
 * @param earliest when it may begin, or null for at once
 * @param batchName the batch that it belongs to, or null
 */
public record JobSpec(
        JobId id,
        String kind,
        String payload,
        int priority,
        JobRetry retry,
        @Nullable Instant earliest,
        @Nullable String batchName) {

    /** Checks the names and the priority. */
    public JobSpec {
        Require.length("job kind", Require.text("job kind", kind), 1, 100);
        Require.range("job priority", priority, -100, 100);
        if (batchName != null) {
            Require.length("batch name", Require.text("batch name", batchName), 1, 200);
        }
    }

    /** Returns work of ordinary priority, to begin at once. */
    public static JobSpec of(JobId id, String kind, String payload) {
        return new JobSpec(id, kind, payload, 0, JobRetry.DEFAULT, null, null);
    }

    /** Returns the same work with another priority. */
    public JobSpec withPriority(int other) {
        return new JobSpec(id, kind, payload, other, retry, earliest, batchName);
    }

    /** Returns the same work, tried in another way. */
    public JobSpec withRetry(JobRetry other) {
        return new JobSpec(id, kind, payload, priority, other, earliest, batchName);
    }

    /** Returns the same work, to begin later. */
    public JobSpec notBefore(Instant when) {
        return new JobSpec(id, kind, payload, priority, retry, when, batchName);
    }

    /** Returns the same work as part of a batch. */
    public JobSpec inBatch(String name) {
        return new JobSpec(id, kind, payload, priority, retry, earliest, name);
    }

    /** Returns when it may begin, if not at once. */
    public Optional<Instant> start() {
        return Optional.ofNullable(earliest);
    }

    /** Returns the batch that it belongs to, if any. */
    public Optional<String> batch() {
        return Optional.ofNullable(batchName);
    }
}
