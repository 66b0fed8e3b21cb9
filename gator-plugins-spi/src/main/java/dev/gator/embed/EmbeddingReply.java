package dev.gator.embed;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;

/**
 * Vectors, one for each text and in the same order.
 *
 * @param embeddings the vectors
 * @param model who made them
 * @param usage the tokens consumed
 * @param cost what that costs, if the price is known
 */
public record EmbeddingReply(List<Embedding> embeddings, String model, Usage usage, Optional<Money> cost) {

    /** Copies the vectors. */
    public EmbeddingReply {
        embeddings = List.copyOf(embeddings);
    }
}
