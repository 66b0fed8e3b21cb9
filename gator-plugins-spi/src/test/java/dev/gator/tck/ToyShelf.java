package dev.gator.tck;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The toy service's endpoints beside the chat: vectors, rankings and the list of models. */
final class ToyShelf implements EmbeddingDialect, RerankDialect, ModelListDialect {

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public Set<WireTrait> traits() {
        return EnumSet.allOf(WireTrait.class);
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        return switch (request.path()) {
            case "/embed" -> WireTopic.EMBED;
            case "/rank" -> WireTopic.RERANK;
            case "/models" -> WireTopic.MODELS;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return new ToyWire().failure(kind);
    }

    @Override
    public Seen<EmbeddingRequest> readEmbedding(RecordedRequest request) {
        JsonObject body = body(request);
        EmbeddingRequest asked = EmbeddingRequest.of(texts(body, "texts"))
                .withPurpose(EmbeddingPurpose.valueOf(body.string("for")))
                .withDimensions((int) body.number("size").longValue());
        return new Seen<>(body.string("model"), request.header("x-toy-key"), asked);
    }

    @Override
    public WireReply embeddings(RecordedRequest request, List<Embedding> vectors, Usage usage) {
        List<Json> rows = new ArrayList<>();
        for (Embedding vector : vectors) {
            List<Json> row = new ArrayList<>();
            for (float value : vector.toArray()) {
                row.add(Json.of((double) value));
            }
            rows.add(JsonArray.of(row));
        }
        return WireReply.json(JsonObject.builder()
                .put("vectors", JsonArray.of(rows))
                .put("in", usage.input())
                .build()
                .toString());
    }

    @Override
    public Seen<RerankRequest> readRerank(RecordedRequest request) {
        JsonObject body = body(request);
        RerankRequest asked = RerankRequest.of(body.string("query"), texts(body, "texts"))
                .withTop((int) body.number("top").longValue());
        return new Seen<>(body.string("model"), request.header("x-toy-key"), asked);
    }

    @Override
    public WireReply ranking(RecordedRequest request, List<RerankReply.Ranked> ranked) {
        List<Json> rows = new ArrayList<>();
        ranked.forEach(each -> rows.add(JsonObject.builder()
                .put("index", each.index())
                .put("score", each.score())
                .build()));
        return WireReply.json(
                JsonObject.builder().put("ranked", JsonArray.of(rows)).build().toString());
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        return WireReply.json(JsonObject.builder()
                .put("models", JsonArray.ofStrings(names))
                .build()
                .toString());
    }

    private static JsonObject body(RecordedRequest request) {
        return Json.parse(request.text()).asObject();
    }

    private static List<String> texts(JsonObject body, String name) {
        return body.array(name).stream().map(Json::asString).toList();
    }
}
