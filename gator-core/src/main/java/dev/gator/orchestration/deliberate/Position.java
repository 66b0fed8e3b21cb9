package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;
import java.util.List;

/**
 * What some voters answered alike.
 *
 * @param reply the answer that stands for all of them: the one most like the others
 * @param voters who holds it
 * @param weight what they weigh together
 * @param share their part of the weight that was cast, 0 to 1
 */
public record Position(ChatReply reply, List<String> voters, double weight, double share) {

    /** Copies the voters. */
    public Position {
        voters = List.copyOf(voters);
    }

    /** Returns who says what, for people. */
    @Override
    public String toString() {
        String said = reply.toolCalls().isEmpty() ? reply.text().strip() : "calls " + reply.toolCalls();
        return String.join(", ", voters) + ": \"" + said + "\"";
    }
}
