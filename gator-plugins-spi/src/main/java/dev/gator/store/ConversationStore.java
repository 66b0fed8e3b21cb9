package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations as trees. Messages are only ever added: going another way, editing and trying again make siblings, which
 * costs the same however long the conversation is. Methods that name a conversation throw NOT_FOUND where the owner has
 * none of that id.
 */
public interface ConversationStore extends AutoCloseable {

    /**
     * Makes an empty, active conversation.
     *
     * @throws dev.gator.error.GatorException DUPLICATE if this owner has one of that id
     */
    ConversationInfo create(Owner owner, ConversationId id, String title, Set<String> tags);

    /** Returns a conversation, if there is one. */
    Optional<ConversationInfo> find(Owner owner, ConversationId id);

    /**
     * Changes title, state or tags.
     *
     * @throws dev.gator.error.GatorException CONFLICT if the version is another; WRONG_STATE if the state may not change so
     */
    ConversationInfo update(Owner owner, ConversationId id, ConversationChange change, long expectedVersion);

    /** Lists conversations, the latest updated first. */
    Page<ConversationInfo> list(Owner owner, ConversationFilter filter, PageRequest page);

    /**
     * Adds a message. Adding the very same again returns what is there.
     *
     * @throws dev.gator.error.GatorException WRONG_STATE unless the conversation is active; NOT_FOUND without the parent;
     *     DUPLICATE if the id is taken by another message
     */
    Node append(Owner owner, ConversationId id, NewNode node);

    /** Returns a message, if there is one. */
    Optional<Node> node(Owner owner, ConversationId id, NodeId node);

    /** Returns the messages from the beginning to this one. */
    List<Node> path(Owner owner, ConversationId id, NodeId to);

    /** Returns the messages that follow this one, in the order in which they were added. */
    List<Node> children(Owner owner, ConversationId id, NodeId parent);

    /** Returns the messages that nothing follows, in the order in which they were added. */
    List<Node> leaves(Owner owner, ConversationId id);

    /** Lists all messages in the order in which they were added. */
    Page<Node> nodes(Owner owner, ConversationId id, PageRequest page);

    /** Returns the named places, in the order of their names. */
    List<Head> heads(Owner owner, ConversationId id);

    /** Names a place for the first time; returns whether the name was free. */
    boolean addHead(Owner owner, ConversationId id, Head head);

    /** Moves a name from one place to another; returns false, changing nothing, if it is no longer where it was thought. */
    boolean moveHead(Owner owner, ConversationId id, Head from, NodeId to);

    /** Takes a name away; returns whether there was one. Messages stay. */
    boolean removeHead(Owner owner, ConversationId id, String name);

    /** Finds messages in all conversations of this owner, best first and then the latest first. */
    Page<MessageHit> search(Owner owner, MessageSearch search, PageRequest page);

    /** Deletes a conversation with all its messages; returns whether there was one. */
    boolean delete(Owner owner, ConversationId id);

    /** Deletes everything of a user, or of a tenant with all its users; returns how many conversations. */
    long erase(Owner owner);

    @Override
    void close();

    /** Returns a store that forgets with the process. */
    static ConversationStore inMemory(TimeSource time) {
        return new InMemoryConversationStore(time);
    }
}
