package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;

/** A small collection in memory for the tests. */
final class Shelf {

    static final CollectionName NAME = CollectionName.of("shelf");

    final VectorStore store = VectorStore.inMemory();
    final ScriptedEmbeddings embeddings = ScriptedEmbeddings.create();

    Shelf put(String id, String text) {
        return put(Owner.DEFAULT, id, text, Attributes.none());
    }

    Shelf put(String id, String text, Attributes facts) {
        return put(Owner.DEFAULT, id, text, facts);
    }

    Shelf put(Owner owner, String id, String text, Attributes facts) {
        Embedding meaning =
                embeddings.embed(EmbeddingRequest.of(text)).embeddings().get(0);
        store.upsert(owner, NAME, List.of(new VectorRecord(id, meaning, text, facts)));
        return this;
    }

    Corpus corpus() {
        return Corpus.of(store, NAME).withEmbeddings(embeddings);
    }

    Corpus wordsOnly() {
        return Corpus.of(store, NAME);
    }

    /** Runs one stage on these candidates. */
    Search apply(Stage stage, String question, Candidate... found) {
        return apply(stage, question, CallContext.create(), found);
    }

    Search apply(Stage stage, String question, CallContext context, Candidate... found) {
        Search search = Search.of(question, corpus().filter()).withFound(List.of(found));
        return stage.apply(search, new StageRun(new Lookup(corpus()), context));
    }

    static List<String> ids(List<Candidate> found) {
        return found.stream().map(Candidate::id).toList();
    }

    static List<String> names(List<Evidence> evidence) {
        return evidence.stream().map(it -> it.chunk().id()).toList();
    }
}
