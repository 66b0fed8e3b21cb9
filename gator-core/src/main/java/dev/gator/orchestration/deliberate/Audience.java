package dev.gator.orchestration.deliberate;

import java.util.List;

/** Those who watch a debate and vote when it is over. Called once, on the thread of the debate; it may wait for people. */
@FunctionalInterface
public interface Audience {

    /** Returns the votes after the last speech. */
    AudienceVote vote(String framing, List<DebateResult.Turn> turns);

    /** Returns an audience whose votes are already counted. */
    static Audience counted(int pro, int con) {
        AudienceVote votes = new AudienceVote(pro, con);
        return (framing, turns) -> votes;
    }
}
