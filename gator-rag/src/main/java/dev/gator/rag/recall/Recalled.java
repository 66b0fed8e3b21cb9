package dev.gator.rag.recall;

import dev.gator.error.Require;
import dev.gator.store.ConversationInfo;
import dev.gator.store.Node;

/**
 * A message that was found.
 *
 * @param conversation where it was said
 * @param node the message
 * @param role who said it
 * @param excerpt the piece of its words that fits
 * @param score how well it fits, 0 to 1; comparable within one search only
 */
public record Recalled(ConversationInfo conversation, Node node, Role role, String excerpt, double score) {

    /** Checks the score. */
    public Recalled {
        Require.range("score", score, 0.0, 1.0);
    }
}
