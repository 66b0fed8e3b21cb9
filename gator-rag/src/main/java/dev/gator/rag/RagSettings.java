package dev.gator.rag;

import dev.gator.call.Owner;
import dev.gator.chat.ChatModel;
import dev.gator.rag.ground.Answerer;
import dev.gator.rag.ingest.Ingestor;
import dev.gator.rag.retrieve.RetrievalPipeline;
import dev.gator.store.CollectionName;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a {@link Rag} works with. Changed only by copying, before anybody sees the copy. */
final class RagSettings implements Cloneable {

    RagStore store;
    RagMeaning meaning;
    Supplier<ChatModel> model;
    CollectionName collection = CollectionName.of("documents");
    UnaryOperator<Ingestor> ingesting = UnaryOperator.identity();
    UnaryOperator<RetrievalPipeline> retrieving = UnaryOperator.identity();
    UnaryOperator<Answerer> answering = UnaryOperator.identity();

    @Nullable
    Owner owner;

    RagSettings(RagStore store, RagMeaning meaning, Supplier<ChatModel> model) {
        this.store = store;
        this.meaning = meaning;
        this.model = model;
    }

    RagSettings copy() {
        try {
            return (RagSettings) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
