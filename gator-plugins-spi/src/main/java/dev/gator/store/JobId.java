package dev.gator.store;

import dev.gator.content.Sha256;
import dev.gator.error.Require;

/**
 * The name of a job. Made from what the job is to do, so that ordering the same work twice is one job.
 *
 * @param value 1 to 200 characters
 */
public record JobId(String value) {

    /** Checks the length. */
    public JobId {
        Require.length("job id", Require.text("job id", value), 1, 200);
    }

    /** Returns the id of work of a kind on these parts; each part counts, and so does where one ends. */
    public static JobId of(String kind, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return new JobId(Require.length("job kind", Require.text("job kind", kind), 1, 100)
                + "-"
                + Sha256.of(text.toString()).substring(0, 40));
    }
}
