package dev.gator.rag.retrieve;

import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;

/** An embedding model that always fails. */
record BrokenEmbeddings(ErrorCode code) implements EmbeddingModel {

    @Override
    public EmbeddingCard card() {
        return new EmbeddingCard("test:broken", 256, 100, 10, null);
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        throw new GatorException(code, "the test says so");
    }
}
