package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import java.util.HashMap;
import java.util.Map;

/** Tells how alike two sentences are in meaning, 0 to 1. Belongs to one answer. */
@FunctionalInterface
interface Likeness {

    double between(String left, String right);

    /** Knows nothing about meaning. */
    static Likeness none() {
        return (left, right) -> 0;
    }

    /** Compares by a model, which is asked once for each sentence. */
    static Likeness by(EmbeddingModel model, CallContext context) {
        Map<String, Embedding> known = new HashMap<>();
        return (left, right) -> {
            Embedding one = known.computeIfAbsent(left, text -> embed(model, text, context));
            Embedding other = known.computeIfAbsent(right, text -> embed(model, text, context));
            return Math.max(0, Math.min(1, one.cosine(other)));
        };
    }

    private static Embedding embed(EmbeddingModel model, String text, CallContext context) {
        return model.embed(EmbeddingRequest.of(text).withContext(context))
                .embeddings()
                .get(0);
    }
}
