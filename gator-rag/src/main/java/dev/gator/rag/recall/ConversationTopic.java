package dev.gator.rag.recall;

import dev.gator.rag.cluster.Topic;
import dev.gator.store.ConversationInfo;
import java.util.List;

/**
 * What several conversations are about.
 *
 * @param topic the words that name it, and how alike the conversations are
 * @param conversations the conversations, most typical first
 */
public record ConversationTopic(Topic topic, List<ConversationInfo> conversations) {

    /** Copies the list. */
    public ConversationTopic {
        conversations = List.copyOf(conversations);
    }

    /** Returns the words that name the topic as one line. */
    public String label() {
        return topic.label();
    }
}
