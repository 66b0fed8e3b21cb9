package dev.gator.consent;

import dev.gator.error.Require;
import java.time.Instant;

/**
 * A permission taken back.
 *
 * @param grantId which grant
 * @param subjectId whose voice or face
 * @param at when
 * @param reason why, in the words of whoever revoked
 */
public record Revocation(String grantId, String subjectId, Instant at, String reason) {

    /** Checks the facts. */
    public Revocation {
        Require.text("grant id", grantId);
        Require.text("subject id", subjectId);
        Require.text("reason of a revocation", reason);
    }
}
