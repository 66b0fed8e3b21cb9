package dev.gator.orchestration.reason;

import dev.gator.chat.ChatReply;
import dev.gator.orchestration.engine.Grade;
import java.util.List;

/**
 * Several answers with their grades.
 *
 * @param candidates the answers that came, in the order they were asked for
 * @param best the place of the best one
 */
public record Choice(List<Candidate> candidates, int best) {

    /** Copies the candidates. */
    public Choice {
        candidates = List.copyOf(candidates);
    }

    /**
     * One answer.
     *
     * @param reply the answer
     * @param grade how good it is
     */
    public record Candidate(ChatReply reply, Grade grade) {}

    /** Returns the best answer. */
    public ChatReply answer() {
        return candidates.get(best).reply();
    }
}
