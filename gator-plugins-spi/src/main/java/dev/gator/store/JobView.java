package dev.gator.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as seen from outside.
 *
 * @param spec the work
 * @param status where it stands
 * @param attempts how often a worker took it
 * @param progress how much is done, 0 to 1
 * @param note what the worker said last; may be empty
 * @param outcome the result of a done job, or null
 * @param reason why the last attempt failed, or null
 */
public record JobView(
        JobSpec spec,
        JobStatus status,
        int attempts,
        double progress,
        String note,
        @Nullable String outcome,
        @Nullable String reason) {

    /** Returns the result of a done job. */
    public Optional<String> result() {
        return Optional.ofNullable(outcome);
    }

    /** Returns why the last attempt failed, if one did. */
    public Optional<String> failure() {
        return Optional.ofNullable(reason);
    }
}
