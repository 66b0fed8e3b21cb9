package dev.gator.provider.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.ModelCard;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
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
import java.util.Map;

/** Turns texts into vectors. */
final class CohereEmbedding implements EmbeddingModel {

    private static final int LARGEST_BATCH = 96;
    private static final Names NAMES = Names.of("embeddings", "float", "meta");
    private static final Map<String, Integer> DIMENSIONS = Map.of(
            "embed-v4.0", 1536,
            "embed-english-v3.0", 1024,
            "embed-multilingual-v3.0", 1024,
            "embed-english-light-v3.0", 384,
            "embed-multilingual-light-v3.0", 384);

    private final Cohere provider;
    private final String model;
    private final EmbeddingCard card;

    CohereEmbedding(Cohere provider, ModelCard known) {
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
        List<Embedding> vectors = new ArrayList<>(request.texts().size());
        Usage usage = Usage.NONE;
        for (int from = 0; from < request.texts().size(); from += LARGEST_BATCH) {
            int to = Math.min(request.texts().size(), from + LARGEST_BATCH);
            List<String> batch = request.texts().subList(from, to);
            JsonBody body = JsonBody.of(json -> write(json, name, batch, request));
            Answer answer = provider.transport().post(target, "/v2/embed", body, request.context());
            usage = usage.plus(read(answer, batch.size(), vectors));
        }
        return new EmbeddingReply(vectors, name, usage, provider.card(name).cost(usage));
    }

    private static void write(JsonGenerator json, String name, List<String> texts, EmbeddingRequest request)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("model", name);
        json.writeStringField("input_type", inputType(request.purpose()));
        json.writeArrayFieldStart("embedding_types");
        json.writeString("float");
        json.writeEndArray();
        json.writeArrayFieldStart("texts");
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
        if (request.dimensions() > 0) {
            json.writeNumberField("output_dimension", request.dimensions());
        }
        json.writeEndObject();
    }

    // texts that are compared with each other are all of one kind
    private static String inputType(EmbeddingPurpose purpose) {
        return switch (purpose) {
            case DOCUMENT -> "search_document";
            case QUERY -> "search_query";
            case CLASSIFICATION -> "classification";
            case SIMILARITY, CLUSTERING -> "clustering";
        };
    }

    private Usage read(Answer answer, int texts, List<Embedding> into) {
        NumberRows rows = new NumberRows();
        Usage usage = Usage.UNKNOWN;
        JsonScan scan = answer.scan();
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            switch (member) {
                case "embeddings" -> floats(scan, rows);
                case "meta" -> usage = UsageReader.read(scan);
                default -> scan.skip();
            }
        }
        scan.end();
        into.addAll(rows.vectors(provider.name(), texts));
        return usage;
    }

    private static void floats(JsonScan scan, NumberRows rows) {
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            if (member.equals("float")) {
                rows.read(scan);
            } else {
                scan.skip();
            }
        }
    }

    @Override
    public String toString() {
        return card.id();
    }
}
