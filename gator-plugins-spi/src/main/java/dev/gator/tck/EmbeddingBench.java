package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One test's service of vectors and the model that talks to it. */
final class EmbeddingBench implements AutoCloseable {

    private final EmbeddingModelContract subject;
    private final ServiceBench<EmbeddingDialect> service;
    private final List<EmbeddingModel> models = new ArrayList<>();

    EmbeddingBench(EmbeddingModelContract subject) {
        this.subject = subject;
        this.service = ServiceBench.of(subject.dialect());
    }

    ServiceBench<EmbeddingDialect> service() {
        return service;
    }

    synchronized EmbeddingModel model() {
        return models.isEmpty() ? model(service.config()) : models.get(0);
    }

    synchronized EmbeddingModel model(ProviderConfig.Builder config) {
        models.add(subject.model(config.build()));
        return models.get(models.size() - 1);
    }

    /** Scripts honest vectors, {@link #vector} of each text, at one token a text. */
    EmbeddingBench answersHonestly() {
        return answers(this::honest);
    }

    EmbeddingBench answers(Function<RecordedRequest, WireReply> choice) {
        service.answers(WireTopic.EMBED, choice);
        return this;
    }

    WireReply honest(RecordedRequest request) {
        EmbeddingRequest asked = service.dialect().readEmbedding(request).content();
        List<Embedding> vectors =
                asked.texts().stream().map(EmbeddingBench::vector).toList();
        return service.dialect().embeddings(request, vectors, Usage.reported(vectors.size(), 0));
    }

    EmbeddingReply embed(String... texts) {
        return model().embed(EmbeddingRequest.of(texts));
    }

    List<Seen<EmbeddingRequest>> seen() {
        return service.requests(WireTopic.EMBED).stream()
                .map(service.dialect()::readEmbedding)
                .toList();
    }

    Seen<EmbeddingRequest> seenFor(EmbeddingRequest request) {
        answersHonestly().model().embed(request);
        List<Seen<EmbeddingRequest>> all = seen();
        return all.get(all.size() - 1);
    }

    GatorException failure(EmbeddingModel model) {
        return assertThrows(GatorException.class, () -> model.embed(EmbeddingRequest.of("one", "two")));
    }

    /** A vector that floats hold exactly and that tells texts apart. */
    static Embedding vector(String text) {
        int hash = text.hashCode();
        return Embedding.of((hash & 0xff) / 256f, ((hash >> 8) & 0xff) / 256f, ((hash >> 16) & 0xff) / 256f, 0.5f);
    }

    @Override
    public void close() {
        Closing.all(models);
        service.close();
    }
}
