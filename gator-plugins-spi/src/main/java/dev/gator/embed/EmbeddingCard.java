package dev.gator.embed;

import dev.gator.error.Require;
import dev.gator.usage.Pricing;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding model is.
 *
 * @param id provider, colon, name
 * @param size the number of dimensions, or 0 if unknown before the first call
 * @param window how many tokens of a text it reads, or 0 if unknown
 * @param largestBatch how many texts one call may have
 * @param prices the price list, or null if unknown
 */
public record EmbeddingCard(String id, int size, int window, int largestBatch, @Nullable Pricing prices) {

    /** Checks the numbers. */
    public EmbeddingCard {
        Require.text("model id", id);
        Require.range("dimensions", size, 0, 100_000);
        Require.range("token window", window, 0, Integer.MAX_VALUE);
        Require.range("largest batch", largestBatch, 1, 100_000);
    }

    /** Returns the number of dimensions. */
    public OptionalInt dimensions() {
        return size == 0 ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** Returns the price list. */
    public Optional<Pricing> pricing() {
        return Optional.ofNullable(prices);
    }
}
