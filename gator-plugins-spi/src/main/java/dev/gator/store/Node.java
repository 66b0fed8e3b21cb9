package dev.gator.store;

import dev.gator.chat.Message;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in its place. Never changes: an edit is a sibling.
 *
 * @param id its name
 * @param parentId what it answers or follows, or null if it begins
 * @param message what was said
 * @param facts what is known beside the words
 * @param at when it was added
 */
public record Node(NodeId id, @Nullable NodeId parentId, Message message, NodeFacts facts, Instant at) {

    /** Returns what it answers or follows, if anything. */
    public Optional<NodeId> parent() {
        return Optional.ofNullable(parentId);
    }
}
