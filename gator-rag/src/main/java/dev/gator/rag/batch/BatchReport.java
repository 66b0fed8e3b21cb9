package dev.gator.rag.batch;

import dev.gator.store.BatchProgress;
import java.util.List;
import java.util.Locale;

/**
 * A batch at a glance.
 *
 * @param name the batch
 * @param progress how many items wait, run, are done, failed or were cancelled
 * @param valid how many of the scripts follow all rules
 * @param meanScore the mean overall score of the scripts, 0 to 100; 0 if there are none
 * @param failures the items that were given up, by key; the first hundred
 */
public record BatchReport(
        String name, BatchProgress progress, long valid, double meanScore, List<FailedItem> failures) {

    /** Copies the list. */
    public BatchReport {
        failures = List.copyOf(failures);
    }

    /** Returns the report for people: a line, and one for each failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "batch %s: %d of %d done, %d valid, mean score %.0f, %d failed, %d cancelled, %d to do",
                name,
                progress.done(),
                progress.total(),
                valid,
                meanScore,
                progress.failed(),
                progress.cancelled(),
                progress.waiting() + progress.running()));
        for (FailedItem item : failures) {
            text.append("\n  ")
                    .append(item.key())
                    .append(" after ")
                    .append(item.attempts())
                    .append(" attempts: ")
                    .append(item.reason());
        }
        return text.toString();
    }
}
