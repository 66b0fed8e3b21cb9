package dev.gator.embed;

/** Turns texts into vectors. Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}. */
public interface EmbeddingModel {

    /** Returns what this model is. Constant time, no network. */
    EmbeddingCard card();

    /** Turns all texts of the request into vectors, splitting it where the model takes fewer at once. */
    EmbeddingReply embed(EmbeddingRequest request);

    /** Turns one text, which will search others, into a vector. */
    default Embedding embed(String query) {
        return embed(EmbeddingRequest.of(query).withPurpose(EmbeddingPurpose.QUERY))
                .embeddings()
                .get(0);
    }
}
