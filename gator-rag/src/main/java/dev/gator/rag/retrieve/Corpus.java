package dev.gator.rag.retrieve;

import dev.gator.embed.EmbeddingModel;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is searched: a collection of a store, and the model that made its vectors. Whose records are searched is said by the
 * context of each call, never here. Immutable; {@code with} methods return copies.
 */
public final class Corpus {

    private final VectorStore store;
    private final CollectionName collection;
    private final @Nullable EmbeddingModel model;
    private final Calibration calibration;
    private final Filter filter;

    private Corpus(
            VectorStore store,
            CollectionName collection,
            @Nullable EmbeddingModel model,
            Calibration calibration,
            Filter filter) {
        this.store = store;
        this.collection = collection;
        this.model = model;
        this.calibration = calibration;
        this.filter = filter;
    }

    /** Returns a collection that is searched by words only. */
    public static Corpus of(VectorStore store, CollectionName collection) {
        return new Corpus(store, collection, null, Calibration.DEFAULT, Filter.all());
    }

    /** Returns a copy that is searched by meaning, too, with the model that made its vectors. */
    public Corpus withEmbeddings(EmbeddingModel other) {
        return new Corpus(store, collection, other, calibration, filter);
    }

    /** Returns a copy whose scores are mapped in another way; one that suits the embedding model. */
    public Corpus withCalibration(Calibration other) {
        return new Corpus(store, collection, model, other, filter);
    }

    /** Returns a copy in which only records count that also pass this filter. */
    public Corpus where(Filter other) {
        return new Corpus(store, collection, model, calibration, filter.and(other));
    }

    /** Returns the store. */
    public VectorStore store() {
        return store;
    }

    /** Returns the collection. */
    public CollectionName collection() {
        return collection;
    }

    /** Returns the model that made the vectors, if meaning is searched. */
    public Optional<EmbeddingModel> embeddings() {
        return Optional.ofNullable(model);
    }

    /** Returns how scores are mapped. */
    public Calibration calibration() {
        return calibration;
    }

    /** Returns which records count. */
    public Filter filter() {
        return filter;
    }
}
