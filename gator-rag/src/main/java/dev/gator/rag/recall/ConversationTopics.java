package dev.gator.rag.recall;

import dev.gator.call.CallContext;
import dev.gator.embed.EmbeddingModel;
import dev.gator.rag.cluster.Topic;
import dev.gator.rag.cluster.TopicClusters;
import dev.gator.store.ConversationFilter;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationInfo;
import dev.gator.store.ConversationStore;
import dev.gator.store.Node;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sorts the conversations of the context's owner by what they are about, judged by their titles and by what the user said
 * first. Immutable and thread-safe.
 */
public final class ConversationTopics {

    private static final int PAGE = 100;
    private static final int CHARACTERS = 1_000;

    private final ConversationStore conversations;
    private final EmbeddingModel model;
    private final TopicClusters clusters;
    private final ConversationFilter filter;

    private ConversationTopics(
            ConversationStore conversations, EmbeddingModel model, TopicClusters clusters, ConversationFilter filter) {
        this.conversations = conversations;
        this.model = model;
        this.clusters = clusters;
        this.filter = filter;
    }

    /** Returns topics of all conversations, as many as there are. */
    public static ConversationTopics over(ConversationStore conversations, EmbeddingModel model) {
        return new ConversationTopics(conversations, model, TopicClusters.automatic(), ConversationFilter.all());
    }

    /** Returns a copy that sorts in another way, such as into a given number of topics. */
    public ConversationTopics sortedBy(TopicClusters other) {
        return new ConversationTopics(conversations, model, other, filter);
    }

    /** Returns a copy for conversations that pass a filter. */
    public ConversationTopics where(ConversationFilter other) {
        return new ConversationTopics(conversations, model, clusters, other);
    }

    /** Finds the topics, the largest first. Conversations without a word of the user and without a title are left out. */
    public List<ConversationTopic> find(CallContext context) {
        List<ConversationInfo> infos = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
        while (next.isPresent()) {
            Page<ConversationInfo> page = conversations.list(context.owner(), filter, next.get());
            for (ConversationInfo info : page.items()) {
                context.check();
                String text = beginning(info, context);
                if (!text.isBlank()) {
                    infos.add(info);
                    texts.add(text);
                }
            }
            next = page.next(PAGE);
        }
        return clusters.in(texts, model, context).stream()
                .map(topic -> new ConversationTopic(topic, members(topic, infos)))
                .toList();
    }

    private static List<ConversationInfo> members(Topic topic, List<ConversationInfo> infos) {
        return topic.members().stream().map(infos::get).toList();
    }

    private String beginning(ConversationInfo info, CallContext context) {
        StringBuilder text = new StringBuilder(info.title());
        for (Node node : first(info.id(), context)) {
            if (Role.of(node.message()).filter(Role.USER::equals).isPresent() && text.length() < CHARACTERS) {
                String words = node.message().text();
                text.append('\n').append(words, 0, Math.min(words.length(), CHARACTERS));
            }
        }
        return text.toString();
    }

    private List<Node> first(ConversationId id, CallContext context) {
        return conversations.nodes(context.owner(), id, PageRequest.first(20)).items();
    }
}
