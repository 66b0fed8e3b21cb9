package dev.gator.rag.ingest;

import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import java.util.List;

/** A model that loses the vectors it made. */
record ForgetfulModel(EmbeddingModel model) implements EmbeddingModel {

    @Override
    public EmbeddingCard card() {
        return model.card();
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        EmbeddingReply reply = model.embed(request);
        return new EmbeddingReply(List.of(), reply.model(), reply.usage(), reply.cost());
    }
}
