package dev.gator.consent;

import java.util.List;

/**
 * What a revocation set in motion. The grant is dead even where something failed.
 *
 * @param revocation the revocation
 * @param done what the listeners did
 * @param failed what could not be done and has to be looked after
 */
public record RevocationReport(Revocation revocation, List<String> done, List<String> failed) {

    /** Copies the lists. */
    public RevocationReport {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    /** Returns whether nothing failed. */
    public boolean isComplete() {
        return failed.isEmpty();
    }
}
