package dev.gator.provider.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.ModelCard;
import dev.gator.chat.TokenCounter;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;
import dev.gator.usage.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns texts into vectors. Where the service does not count tokens, they are estimated, and the usage says so. */
final class GeminiEmbedding implements EmbeddingModel {

    private static final int LARGEST_BATCH = 100;
    private static final Map<String, Integer> DIMENSIONS =
            Map.of("gemini-embedding-001", 3072, "gemini-embedding-2", 3072);

    private final Gemini provider;
    private final EmbeddingCard card;
    private final String model;

    GeminiEmbedding(Gemini provider, ModelCard known) {
        this.provider = provider;
        this.model = known.name();
        this.card = new EmbeddingCard(
                known.id(),
                DIMENSIONS.getOrDefault(model, 0),
                known.contextWindow().orElse(0),
                LARGEST_BATCH,
                known.pricing().orElse(null));
    }

    @Override
    public EmbeddingCard card() {
        return card;
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        String name = request.overrides().model().orElse(model);
        Target target = provider.endpoint().resolve(request.overrides());
        String path = Gemini.path(name, "batchEmbedContents");
        List<Embedding> vectors = new ArrayList<>(request.texts().size());
        Usage usage = Usage.NONE;
        for (int from = 0; from < request.texts().size(); from += LARGEST_BATCH) {
            int to = Math.min(request.texts().size(), from + LARGEST_BATCH);
            List<String> batch = request.texts().subList(from, to);
            JsonBody body = JsonBody.of(json -> write(json, name, batch, request));
            VectorReader reader =
                    VectorReader.read(provider.transport().post(target, path, body, request.context()), batch.size());
            vectors.addAll(reader.vectors());
            usage = usage.plus(reader.usage().isKnown() ? reader.usage() : estimate(batch));
        }
        return new EmbeddingReply(vectors, name, usage, provider.card(name).cost(usage));
    }

    private static Usage estimate(List<String> texts) {
        return Usage.estimated(
                texts.stream().mapToLong(TokenCounter.estimate()::count).sum(), 0);
    }

    private static void write(JsonGenerator json, String name, List<String> texts, EmbeddingRequest request)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("requests");
        for (String text : texts) {
            json.writeStartObject();
            json.writeStringField("model", Gemini.resource(name));
            json.writeObjectFieldStart("content");
            json.writeArrayFieldStart("parts");
            json.writeStartObject();
            json.writeStringField("text", text);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringField("taskType", task(request.purpose()));
            if (request.dimensions() > 0) {
                json.writeNumberField("outputDimensionality", request.dimensions());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String task(EmbeddingPurpose purpose) {
        return switch (purpose) {
            case DOCUMENT -> "RETRIEVAL_DOCUMENT";
            case QUERY -> "RETRIEVAL_QUERY";
            case SIMILARITY -> "SEMANTIC_SIMILARITY";
            case CLASSIFICATION -> "CLASSIFICATION";
            case CLUSTERING -> "CLUSTERING";
        };
    }

    @Override
    public String toString() {
        return card.id();
    }
}
