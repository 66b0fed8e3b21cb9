package dev.gator.orchestration.engine;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import java.util.List;

record EmbeddedMeaning(EmbeddingModel model, double threshold, boolean strict) implements Meaning {

    @Override
    public String name() {
        return model.card().id();
    }

    @Override
    public Meaning byTopic() {
        return new EmbeddedMeaning(model, threshold, false);
    }

    @Override
    public Likeness compare(List<String> texts, Run run) {
        // a blank answer has no meaning, and services refuse to embed it
        List<String> sayable =
                texts.stream().map(text -> text.isBlank() ? "(nothing)" : text).toList();
        EmbeddingReply reply = model.embed(EmbeddingRequest.of(sayable)
                .withPurpose(EmbeddingPurpose.SIMILARITY)
                .withContext(run.context()));
        run.add(reply.usage(), reply.cost());
        List<Embedding> vectors = reply.embeddings();
        List<Statement> statements = texts.stream().map(Statement::of).toList();
        return (one, other) -> strict && statements.get(one).contradicts(statements.get(other))
                ? 0
                : Math.max(0, Math.min(1, vectors.get(one).cosine(vectors.get(other))));
    }
}
