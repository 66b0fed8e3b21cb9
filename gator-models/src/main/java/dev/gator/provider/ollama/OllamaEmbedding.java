package dev.gator.provider.ollama;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.ModelCard;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.provider.embed.NumberRows;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonBody;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.provider.http.Target;
import dev.gator.usage.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns texts into vectors. What the vectors are for is not said: the format has no place for it. */
final class OllamaEmbedding implements EmbeddingModel {

    private static final int LARGEST_BATCH = 256;
    private static final Names NAMES = Names.of("embeddings", "prompt_eval_count");

    private final Ollama provider;
    private final String model;
    private final EmbeddingCard card;

    OllamaEmbedding(Ollama provider, ModelCard known) {
        this.provider = provider;
        this.model = known.name();
        this.card = new EmbeddingCard(
                known.id(),
                0,
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
            usage = usage.plus(read(post(target, name, body, request), batch.size(), vectors));
        }
        return new EmbeddingReply(vectors, name, usage, provider.card(name).cost(usage));
    }

    private Answer post(Target target, String name, JsonBody body, EmbeddingRequest request) {
        try {
            return provider.transport().post(target, "/api/embed", body, request.context());
        } catch (GatorException e) {
            throw Pull.hint(e, name);
        }
    }

    private static void write(JsonGenerator json, String name, List<String> texts, int dimensions) throws IOException {
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
        json.writeEndObject();
    }

    private Usage read(Answer answer, int texts, List<Embedding> into) {
        NumberRows rows = new NumberRows();
        Usage usage = Usage.UNKNOWN;
        JsonScan scan = answer.scan();
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            switch (member) {
                case "embeddings" -> rows.read(scan);
                case "prompt_eval_count" -> usage = Usage.reported(scan.numberOrZero(), 0);
                default -> scan.skip();
            }
        }
        scan.end();
        into.addAll(rows.vectors(provider.name(), texts));
        return usage;
    }

    @Override
    public String toString() {
        return card.id();
    }
}
