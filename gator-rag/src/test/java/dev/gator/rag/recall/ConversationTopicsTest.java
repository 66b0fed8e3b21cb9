package dev.gator.rag.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.chat.Message;
import dev.gator.rag.cluster.TopicClusters;
import dev.gator.store.ConversationFilter;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationStore;
import dev.gator.store.NewNode;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTopicsTest {

    private static final CallContext CONTEXT = CallContext.create();

    private final ConversationStore conversations = ConversationStore.inMemory(TimeSource.system());

    @BeforeEach
    void talk() {
        add("", "The bread dough needs more flour and water.", "kitchen");
        add("Bicycle wheel", "Which spoke fits this bicycle wheel?", "garage");
        add("", "Bread dough rises slowly with cold water and flour.", "kitchen");
        add("", "My bicycle wheel has a broken spoke.", "garage");
        add("", "", "empty");
    }

    @Test
    void sortsConversationsByWhatTheyAreAbout() {
        List<ConversationTopic> topics = topics().find(CONTEXT);
        assertEquals(2, topics.size());
        for (ConversationTopic topic : topics) {
            Set<String> tags = topic.conversations().stream()
                    .flatMap(info -> info.tags().stream())
                    .collect(Collectors.toSet());
            assertEquals(1, tags.size(), topic.toString());
            String word = tags.contains("kitchen") ? "dough" : "spoke";
            assertTrue(topic.label().contains(word), topic.label());
        }
    }

    @Test
    void obeysTheNumberTheFilterAndTheOwner() {
        assertEquals(1, topics().sortedBy(TopicClusters.of(1)).find(CONTEXT).size());
        assertEquals(
                2,
                topics().where(ConversationFilter.all().tagged("garage")).find(CONTEXT).stream()
                        .mapToInt(topic -> topic.conversations().size())
                        .sum());
        assertEquals(List.of(), topics().find(CONTEXT.withOwner(Owner.user("stranger"))));
    }

    private ConversationTopics topics() {
        return ConversationTopics.over(conversations, ScriptedEmbeddings.create());
    }

    private void add(String title, String words, String tag) {
        ConversationId id = ConversationId.random();
        conversations.create(Owner.DEFAULT, id, title, Set.of(tag));
        if (!words.isEmpty()) {
            conversations.append(Owner.DEFAULT, id, NewNode.root(Message.user(words)));
        }
    }
}
