package dev.gator.conversation;

/**
 * What of a conversation was left out of a request because the model's window is too small.
 *
 * @param turns how many whole turns, the oldest ones
 * @param messages how many messages those had
 * @param tokensBefore how many tokens the request would have had
 * @param tokensSent how many it has
 * @param limit how many it may have, the room for the answer taken off; 0 if the window is unknown
 */
public record ContextCut(int turns, int messages, int tokensBefore, int tokensSent, int limit) {

    /** Returns whether nothing was left out. */
    public boolean isEmpty() {
        return turns == 0;
    }

    /** Returns whether the request fills more than four fifths of the room. */
    public boolean isTight() {
        return limit > 0 && tokensSent > limit * 0.8;
    }
}
