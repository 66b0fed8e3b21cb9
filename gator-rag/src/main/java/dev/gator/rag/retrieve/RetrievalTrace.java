package dev.gator.rag.retrieve;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What each stage of a search did. Holds numbers, names and notes, never the question or the texts.
 *
 * @param steps the stages in order
 * @param cached whether the answer was remembered; the steps are then those of the first time
 */
public record RetrievalTrace(List<Step> steps, boolean cached) {

    /** Copies the steps. */
    public RetrievalTrace {
        steps = List.copyOf(steps);
    }

    /**
     * What one stage did.
     *
     * @param stage its name
     * @param in how many candidates it was given
     * @param out how many it left
     * @param dropped the ids of those it dropped, in the order they had
     * @param notes what it says about itself
     * @param took how long it lasted
     * @param failure the code of the error that it was left out for, if it was
     */
    public record Step(
            String stage,
            int in,
            int out,
            List<String> dropped,
            List<String> notes,
            Duration took,
            Optional<String> failure) {

        /** Copies the lists. */
        public Step {
            dropped = List.copyOf(dropped);
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            String line =
                    String.format(Locale.ROOT, "%-14s %4d -> %-4d %8.1f ms", stage, in, out, took.toNanos() / 1e6);
            String left = failure.map(code -> "  left out: " + code).orElse("");
            return line + left + (notes.isEmpty() ? "" : "  " + String.join("; ", notes));
        }
    }

    /** Returns the steps of stages that failed and were left out. */
    public List<Step> failed() {
        return steps.stream().filter(step -> step.failure().isPresent()).toList();
    }

    /** Returns how long all stages took. */
    public Duration took() {
        return steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    }

    RetrievalTrace fromCache() {
        return new RetrievalTrace(steps, true);
    }

    /** Returns one line for each stage, to be read by people. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(cached ? "from the cache" + System.lineSeparator() : "");
        steps.forEach(step -> lines.append(step).append(System.lineSeparator()));
        return lines.toString();
    }
}
