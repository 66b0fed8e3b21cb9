package dev.gator.embed;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.error.Require;
import java.util.List;

/**
 * Texts to be turned into vectors. Larger batches than the model takes are split by the model.
 *
 * @param texts what to embed, in order
 * @param purpose what for
 * @param dimensions how many dimensions to ask for, or 0 for the model's own
 * @param overrides what is different for this request alone
 * @param context deadline, cancellation, owner, budget and observers
 */
public record EmbeddingRequest(
        List<String> texts, EmbeddingPurpose purpose, int dimensions, Overrides overrides, CallContext context) {

    /** Copies the texts and refuses empty ones, which no service embeds alike. */
    public EmbeddingRequest {
        texts = Require.notEmpty("texts to embed", texts);
        for (int i = 0; i < texts.size(); i++) {
            Require.text("text " + i + " to embed", texts.get(i));
        }
        Require.range("dimensions", dimensions, 0, 100_000);
    }

    /** Returns a request for documents. */
    public static EmbeddingRequest of(List<String> texts) {
        return new EmbeddingRequest(texts, EmbeddingPurpose.DOCUMENT, 0, Overrides.none(), CallContext.create());
    }

    /** Returns a request for documents. */
    public static EmbeddingRequest of(String... texts) {
        return of(List.of(texts));
    }

    /** Returns the same request for another purpose. */
    public EmbeddingRequest withPurpose(EmbeddingPurpose other) {
        return new EmbeddingRequest(texts, other, dimensions, overrides, context);
    }

    /** Returns the same request for another number of dimensions. */
    public EmbeddingRequest withDimensions(int other) {
        return new EmbeddingRequest(texts, purpose, other, overrides, context);
    }

    /** Returns the same request with something different for it alone. */
    public EmbeddingRequest withOverrides(Overrides other) {
        return new EmbeddingRequest(texts, purpose, dimensions, other, context);
    }

    /** Returns the same request in another context. */
    public EmbeddingRequest withContext(CallContext other) {
        return new EmbeddingRequest(texts, purpose, dimensions, overrides, other);
    }

    /** Returns the same request for other texts. */
    public EmbeddingRequest withTexts(List<String> other) {
        return new EmbeddingRequest(other, purpose, dimensions, overrides, context);
    }
}
