package dev.gator.conversation;

import dev.gator.chat.ChatReply;
import java.util.List;

/**
 * One turn of a conversation.
 *
 * @param reply what was answered; its usage and cost cover all calls of the turn
 * @param cut what was left out of the request
 * @param flagged the persona's forbidden phrases that the answer contains all the same
 */
public record Turn(ChatReply reply, ContextCut cut, List<String> flagged) {

    /** Copies the phrases. */
    public Turn {
        flagged = List.copyOf(flagged);
    }

    /** Returns the words of the answer. */
    public String text() {
        return reply.text();
    }
}
