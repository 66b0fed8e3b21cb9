package dev.gator.rag.retrieve;

import dev.gator.call.CallContext;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The look-ups of one search; what two stages look for is looked up once. For one thread. */
final class Lookup {

    private final Corpus corpus;
    private final Map<Key, List<VectorHit>> known = new HashMap<>();
    private final Map<String, Embedding> meanings = new HashMap<>();

    Lookup(Corpus corpus) {
        this.corpus = corpus;
    }

    Corpus corpus() {
        return corpus;
    }

    List<VectorHit> byWords(String words, Filter filter, int most, CallContext context) {
        return find(new Key(null, words, filter, most), context);
    }

    List<VectorHit> byMeaning(Embedding meaning, Filter filter, int most, CallContext context) {
        return find(new Key(meaning, null, filter, most), context);
    }

    Optional<Embedding> embed(String text, CallContext context) {
        return corpus.embeddings().map(model -> {
            Embedding there = meanings.get(text);
            Embedding meaning = there == null ? embed(model, text, context) : there;
            meanings.put(text, meaning);
            return meaning;
        });
    }

    private static Embedding embed(EmbeddingModel model, String text, CallContext context) {
        EmbeddingRequest request =
                EmbeddingRequest.of(text).withPurpose(EmbeddingPurpose.QUERY).withContext(context);
        return model.embed(request).embeddings().get(0);
    }

    private List<VectorHit> find(Key key, CallContext context) {
        context.check();
        return known.computeIfAbsent(
                key, wanted -> corpus.store().search(context.owner(), corpus.collection(), wanted.query()));
    }

    private record Key(@Nullable Embedding meaning, @Nullable String words, Filter filter, int most) {

        VectorQuery query() {
            return new VectorQuery(meaning, words, filter, most, 0);
        }
    }
}
