package dev.gator.orchestration.deliberate;

import dev.gator.error.Require;

/**
 * How an audience voted.
 *
 * @param pro hands for pro
 * @param con hands for con
 */
public record AudienceVote(long pro, long con) {

    /** Checks the counts. */
    public AudienceVote {
        Require.notNegative("votes for pro", pro);
        Require.notNegative("votes for con", con);
    }

    /** Returns how many voted. */
    public long total() {
        return pro + con;
    }

    /** Returns the share of pro, one half if nobody voted. */
    public double share() {
        return total() == 0 ? 0.5 : (double) pro / total();
    }
}
