package dev.gator.store;

import dev.gator.chat.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to be added to a conversation.
 *
 * @param id its name
 * @param parentId what it answers or follows, or null if it begins
 * @param message what was said
 * @param facts what is known beside the words
 */
public record NewNode(NodeId id, @Nullable NodeId parentId, Message message, NodeFacts facts) {

    /** Returns a message that begins. */
    public static NewNode root(Message message) {
        return new NewNode(NodeId.random(), null, message, NodeFacts.NONE);
    }

    /** Returns a message that follows another one. */
    public static NewNode after(NodeId parent, Message message) {
        return new NewNode(NodeId.random(), parent, message, NodeFacts.NONE);
    }

    /** Returns a copy with these facts. */
    public NewNode with(NodeFacts other) {
        return new NewNode(id, parentId, message, other);
    }

    /** Returns what it answers or follows, if anything. */
    public Optional<NodeId> parent() {
        return Optional.ofNullable(parentId);
    }
}
