package dev.gator.provider.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.ModelCard;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.Target;
import dev.gator.usage.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns texts into vectors. Asks for base64 where the service knows it: a tenth of the parsing. */
final class OpenAiEmbedding implements EmbeddingModel {

    private static final int LARGEST_BATCH = 2048;
    private static final Map<String, Integer> DIMENSIONS =
            Map.of("text-embedding-3-small", 1536, "text-embedding-3-large", 3072, "text-embedding-ada-002", 1536);

    private final OpenAi provider;
    private final String model;
    private final EmbeddingCard card;

    OpenAiEmbedding(OpenAi provider, String model) {
        this.provider = provider;
        this.model = model;
        ModelCard known = provider.card(model);
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
        List<Embedding> vectors = new ArrayList<>(request.texts().size());
        Usage usage = Usage.NONE;
        for (int from = 0; from < request.texts().size(); from += LARGEST_BATCH) {
            int to = Math.min(request.texts().size(), from + LARGEST_BATCH);
            List<String> batch = request.texts().subList(from, to);
            JsonBody body = JsonBody.of(json -> write(json, name, batch, request.dimensions()));
            Answer answer =
                    provider.transport().post(target, provider.path(name, "/embeddings"), body, request.context());
            VectorReader reader = new VectorReader(answer.bytes(), batch.size());
            reader.read(answer.scan());
            vectors.addAll(reader.vectors(provider.service()));
            usage = usage.plus(reader.usage());
        }
        return new EmbeddingReply(vectors, name, usage, provider.card(name).cost(usage));
    }

    private void write(JsonGenerator json, String name, List<String> texts, int dimensions) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", name);
        json.writeArrayFieldStart("input");
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
        if (dimensions > 0) {
            json.writeNumberField("dimensions", dimensions);
        }
        if (provider.service().has(Quirk.BASE64_VECTORS)) {
            json.writeStringField("encoding_format", "base64");
        }
        json.writeEndObject();
    }

    @Override
    public String toString() {
        return card.id();
    }
}
