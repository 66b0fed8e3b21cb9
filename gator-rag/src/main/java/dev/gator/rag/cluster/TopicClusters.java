package dev.gator.rag.cluster;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts texts into topics by meaning: k-means on the directions of their vectors, begun with k-means++, named by TF-IDF.
 * Immutable and thread-safe; the same texts and vectors give the same topics, in every process.
 *
 * <pre>{@code
 * List<Topic> topics = TopicClusters.automatic().in(comments, embeddings, CallContext.create());
 * }</pre>
 */
public final class TopicClusters {

    private static final int AUTOMATIC = 0;

    private final int wanted;

    private TopicClusters(int wanted) {
        this.wanted = wanted;
    }

    /**
     * Finds as many topics as the texts have: the number, up to twelve, at which the texts are best separated by their mean
     * silhouette; one where no number separates them.
     */
    public static TopicClusters automatic() {
        return new TopicClusters(AUTOMATIC);
    }

    /** Finds so many topics; fewer if there are fewer different texts. */
    public static TopicClusters of(int topics) {
        return new TopicClusters(Require.range("topics", topics, 1, 1_000));
    }

    /**
     * Embeds texts and sorts them.
     *
     * @throws dev.gator.error.GatorException if a text is blank, the model fails, or the call is over
     */
    public List<Topic> in(List<String> texts, EmbeddingModel model, CallContext context) {
        if (texts.isEmpty()) {
            return List.of();
        }
        EmbeddingRequest request = EmbeddingRequest.of(texts)
                .withPurpose(EmbeddingPurpose.CLUSTERING)
                .withContext(context);
        return in(texts, model.embed(request).embeddings(), context);
    }

    /** Sorts texts whose vectors are known; returns the topics, the largest first. Every text is in one of them. */
    public List<Topic> in(List<String> texts, List<Embedding> meanings, CallContext context) {
        Require.that(
                texts.size() == meanings.size(),
                meanings.size() + " vectors were given for " + texts.size() + " texts");
        if (texts.isEmpty()) {
            return List.of();
        }
        Span span = context.open(SpanKind.STEP, "topic clusters");
        try {
            List<Topic> topics = topics(texts, Points.of(meanings), span.context());
            span.note("topics", () -> topics.size() + " among " + texts.size() + " texts");
            span.end();
            return topics;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private List<Topic> topics(List<String> texts, Points points, CallContext context) {
        int count = wanted == AUTOMATIC ? Silhouette.bestCount(points, context) : Math.min(wanted, texts.size());
        Partition partition = KMeans.partition(points, count, context);
        Labels labels = new Labels(texts, partition.places(), partition.count());
        return IntStream.range(0, partition.count())
                .mapToObj(topic -> new Topic(
                        labels.of(topic),
                        partition.membersByCloseness(points, topic),
                        partition.cohesion(points, topic)))
                .filter(topic -> !topic.members().isEmpty())
                .sorted(Comparator.comparingInt(
                                (Topic topic) -> -topic.members().size())
                        .thenComparing(topic -> topic.members().stream()
                                .min(Comparator.naturalOrder())
                                .orElse(0)))
                .toList();
    }
}
