package dev.gator.examples.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.Message;
import dev.gator.embed.EmbeddingModel;
import dev.gator.rag.chunk.ChunkSize;
import dev.gator.rag.chunk.SemanticChunker;
import dev.gator.rag.cluster.Topic;
import dev.gator.rag.cluster.TopicClusters;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.rag.index.Stores;
import dev.gator.rag.recall.ConversationSearch;
import dev.gator.rag.recall.Recalled;
import dev.gator.store.ConversationId;
import dev.gator.store.ConversationStore;
import dev.gator.store.NewNode;
import dev.gator.store.VectorStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What needs a model that understands: words in common help nobody here. */
class MeaningTest {

    private static final CallContext CONTEXT = CallContext.create();

    private static Gator gator;
    private static EmbeddingModel model;

    @BeforeAll
    static void load() {
        gator = Gator.create();
        model = gator.embedding("local:all-minilm-l6-v2");
    }

    @AfterAll
    static void close() {
        gator.close();
    }

    @Test
    void findsWhatWasMeantInAnyConversation() {
        ConversationStore conversations = ConversationStore.inMemory(CONTEXT.time());
        for (String said : List.of(
                "The inn beside the railway has free rooms tonight.",
                "My sourdough did not rise at all.",
                "The invoice of March is still unpaid.",
                "Our puppy chews on every shoe.")) {
            ConversationId id = ConversationId.random();
            conversations.create(Owner.DEFAULT, id, "", Set.of());
            conversations.append(Owner.DEFAULT, id, NewNode.root(Message.user(said)));
        }
        try (VectorStore store = Stores.inMemoryLucene()) {
            ConversationSearch search =
                    ConversationSearch.over(conversations, store).withEmbeddings(model);
            search.refresh(CONTEXT);
            assertFound("inn beside", search.find("a hotel near the train station", 1, CONTEXT));
            assertFound("sourdough", search.find("baking bread went wrong", 1, CONTEXT));
            assertFound("puppy", search.find("dog behaviour problems", 1, CONTEXT));
        }
    }

    @Test
    void cutsWhereTheSubjectChanges() {
        String whales = "Whales breathe air at the surface. These mammals nurse their calves with milk. "
                + "A humpback sings for hours to its kind. Pods travel thousands of miles through the sea.";
        String taxes = "The tax return is due at the end of May. Deductions must be listed with receipts. "
                + "Late filing costs a fee for each month. The revenue office answers questions by letter.";
        SemanticChunker chunker = SemanticChunker.of(model).withSize(ChunkSize.characters(500));
        List<Chunk> chunks = chunker.cut(Document.of("mixed.txt", whales + " " + taxes), CONTEXT);
        assertEquals(List.of(whales, taxes), chunks.stream().map(Chunk::text).toList());
    }

    @Test
    void sortsTextsByWhatTheyAreAbout() {
        List<String> texts = List.of(
                "My parcel never arrived.",
                "The app crashes when I open it.",
                "Where is my package? It was shipped last week.",
                "The screen freezes after the update.",
                "Delivery took three weeks, that is too slow.",
                "Your software hangs on my phone.");
        List<Topic> topics = TopicClusters.of(2).in(texts, model, CONTEXT);
        assertEquals(
                Set.of(Set.of(0, 2, 4), Set.of(1, 3, 5)),
                Set.of(
                        Set.copyOf(topics.get(0).members()),
                        Set.copyOf(topics.get(1).members())));
    }

    private static void assertFound(String words, List<Recalled> found) {
        assertTrue(found.get(0).excerpt().contains(words), found.toString());
    }
}
