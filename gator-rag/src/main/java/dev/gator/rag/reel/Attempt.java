package dev.gator.rag.reel;

import dev.gator.rag.script.ReelScript;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.ReelReport;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One try at a script.
 *
 * @param number the first is 1
 * @param script what was written, unless it could not be read
 * @param report what there is to say about it, unless it could not be read
 * @param reason why it was not taken; empty if it was
 */
public record Attempt(int number, Optional<ReelScript> script, Optional<ReelReport> report, String reason) {

    static Attempt of(int number, ReelScript script, ReelReport report) {
        String reason = report.errors().stream().map(Finding::toString).collect(Collectors.joining("; "));
        return new Attempt(number, Optional.of(script), Optional.of(report), reason);
    }

    static Attempt unreadable(int number, String reason) {
        return new Attempt(number, Optional.empty(), Optional.empty(), reason);
    }

    /** Returns whether the script follows the rules. */
    public boolean isValid() {
        return report.isPresent() && report.get().isValid();
    }

    /** Returns the attempt in one line. */
    @Override
    public String toString() {
        return "attempt " + number + (isValid() ? " accepted" : " rejected: " + reason);
    }
}
