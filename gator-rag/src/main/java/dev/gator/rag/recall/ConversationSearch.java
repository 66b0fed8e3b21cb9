package dev.gator.rag.recall;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.Span;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.ingest.IngestReport;
import dev.gator.rag.ingest.Ingestor;
import dev.gator.store.CollectionName;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationInfo;
import dev.gator.store.ConversationStore;
import dev.gator.store.Node;
import dev.gator.store.NodeId;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Searches all conversations of the context's owner by meaning and words at once. Immutable and thread-safe.
 *
 * <pre>{@code
 * ConversationSearch search = ConversationSearch.over(conversations, vectors).withEmbeddings(model);
 * search.refresh(context);
 * search.find("the hotel near the station", 5, context);
 * }</pre>
 *
 * <p>{@link #refresh} brings the index up to date and costs little where nothing was said since. A conversation that was
 * deleted is never found, refreshed or not; its words leave the index with the next refresh, or when they would have been found.
 */
public final class ConversationSearch {

    private static final CollectionName USUAL = CollectionName.of("gator-conversations");

    /** Several pieces of one message may be found, and pieces of conversations that are gone. */
    private static final int PIECES_FOR_EACH = 4;

    private static final int MOST = 1_000;

    private final ConversationStore conversations;
    private final VectorStore store;
    private final @Nullable EmbeddingModel model;
    private final CollectionName collection;

    private ConversationSearch(
            ConversationStore conversations,
            VectorStore store,
            @Nullable EmbeddingModel model,
            CollectionName collection) {
        this.conversations = conversations;
        this.store = store;
        this.model = model;
        this.collection = collection;
    }

    /** Returns a search by words, until {@link #withEmbeddings} names a model. Whoever made the stores closes them. */
    public static ConversationSearch over(ConversationStore conversations, VectorStore store) {
        return new ConversationSearch(conversations, store, null, USUAL);
    }

    /** Returns a copy that searches by meaning, too. */
    public ConversationSearch withEmbeddings(EmbeddingModel other) {
        return new ConversationSearch(conversations, store, other, collection);
    }

    /** Returns a copy that keeps its index in another collection than {@code gator-conversations}. */
    public ConversationSearch in(CollectionName other) {
        return new ConversationSearch(conversations, store, model, other);
    }

    /** Brings the index of the context's owner up to date; returns what that took. */
    public IngestReport refresh(CallContext context) {
        return ingestor().removingVanished().ingest(new ConversationOrigin(conversations), context);
    }

    /** Finds messages, best first, at most {@code most} of them. */
    public List<Recalled> find(String question, int most, CallContext context) {
        Require.text("question", question);
        Require.range("messages wanted", most, 1, MOST);
        context.check();
        Span span = context.open(SpanKind.RETRIEVAL, "conversation search");
        try {
            List<Recalled> found = found(question, most, span.context());
            span.note("found", () -> found.size() + " messages");
            span.end();
            return found;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private List<Recalled> found(String question, int most, CallContext context) {
        List<VectorHit> hits = store.search(
                context.owner(), collection, query(question, context).top(most * PIECES_FOR_EACH));
        Map<NodeId, Recalled> best = new LinkedHashMap<>();
        for (VectorHit hit : hits) {
            Optional<Recalled> message = message(hit, context);
            message.ifPresent(found -> best.putIfAbsent(found.node().id(), found));
            if (best.size() == most) {
                break;
            }
        }
        return List.copyOf(best.values());
    }

    private VectorQuery query(String question, CallContext context) {
        if (model == null) {
            return VectorQuery.containing(question);
        }
        EmbeddingRequest request = EmbeddingRequest.of(question)
                .withPurpose(EmbeddingPurpose.QUERY)
                .withContext(context);
        Embedding meaning = model.embed(request).embeddings().get(0);
        return VectorQuery.near(meaning).andContaining(question);
    }

    private Optional<Recalled> message(VectorHit hit, CallContext context) {
        Owner owner = context.owner();
        Chunk piece = Chunk.of(hit.record());
        ConversationId id = new ConversationId(piece.source());
        Optional<ConversationInfo> conversation = conversations.find(owner, id);
        if (conversation.isEmpty()) {
            ingestor().remove(piece.documentId(), context);
            return Optional.empty();
        }
        NodeId nodeId = new NodeId(piece.facts().text(MessageChunker.NODE).orElse(piece.id()));
        Optional<Node> node = conversations.node(owner, id, nodeId);
        return node.flatMap(said -> Role.of(said.message())
                .map(role -> new Recalled(conversation.get(), said, role, piece.text(), hit.score())));
    }

    private Ingestor ingestor() {
        Ingestor plain = Ingestor.into(store, collection).withChunker(new MessageChunker());
        return model == null ? plain : plain.withEmbeddings(model);
    }
}
