package dev.gator.resilience;

import dev.gator.call.Span;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.observe.SpanKind;

/** An embedding model behind a guard. */
final class GuardedEmbedding implements EmbeddingModel {

    private final EmbeddingCard card;
    private final Guard<EmbeddingModel> guard;

    GuardedEmbedding(EmbeddingCard card, Guard<EmbeddingModel> guard) {
        this.card = card;
        this.guard = guard;
    }

    @Override
    public EmbeddingCard card() {
        return card;
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        Span span = request.context().open(SpanKind.GUARD, guard.name());
        EmbeddingRequest inside = request.withContext(span.context());
        return Tries.run(guard, Ask.of(inside), span, model -> model.embed(inside), EmbeddingReply::usage);
    }
}
