package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.EmbeddingDialect;
import dev.gator.tck.ModelListDialect;
import dev.gator.tck.RerankDialect;
import dev.gator.tck.Scripted;
import dev.gator.tck.Seen;
import dev.gator.tck.WireFailure;
import dev.gator.tck.WireStream;
import dev.gator.tck.WireTopic;
import dev.gator.tck.WireTrait;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cohere's chat, embeddings and reranking of the second version, and its model list, as the service documents them. */
public final class CohereWire implements ChatDialect, EmbeddingDialect, RerankDialect, ModelListDialect {

    private static final Set<WireTrait> TRAITS = Set.of(
            WireTrait.KEY,
            WireTrait.CALL_IDS,
            WireTrait.CACHED_READ,
            WireTrait.REASONING_TEXT,
            WireTrait.IMAGE_LINKS,
            WireTrait.EMBEDDING_PURPOSE,
            WireTrait.EMBEDDING_DIMENSIONS);

    private CohereWire() {}

    /** Returns Cohere. */
    public static CohereWire create() {
        return new CohereWire();
    }

    @Override
    public String name() {
        return "cohere";
    }

    @Override
    public Set<WireTrait> traits() {
        return TRAITS;
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v2/chat" -> CohereRequests.streams(request) ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
            case "POST /v2/embed" -> WireTopic.EMBED;
            case "POST /v2/rerank" -> WireTopic.RERANK;
            case "GET /v1/models" -> WireTopic.MODELS;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return CohereFailures.reply(kind);
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return CohereRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(CohereAnswers.whole(answer).toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return CohereAnswers.end(CohereAnswers.events(answer), answer);
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(CohereAnswers.failed(CohereAnswers.events(beginning), CohereFailures.message(kind)));
    }

    @Override
    public Seen<EmbeddingRequest> readEmbedding(RecordedRequest request) {
        return CohereRequests.embedding(request);
    }

    @Override
    public WireReply embeddings(RecordedRequest request, List<Embedding> vectors, Usage usage) {
        List<Json> rows = new ArrayList<>();
        for (Embedding vector : vectors) {
            List<Json> numbers = new ArrayList<>();
            for (float value : vector.toArray()) {
                numbers.add(Json.of((double) value));
            }
            rows.add(JsonArray.of(numbers));
        }
        JsonObject floats =
                JsonObject.builder().put("float", JsonArray.of(rows)).build();
        return WireReply.json(JsonObject.builder()
                .put("id", "da6e531f-54c5-4a73-bf92-f60566d8d753")
                .put("embeddings", floats)
                .put("texts", Json.parse(request.text()).asObject().member("texts"))
                .put("response_type", "embeddings_by_type")
                .put("meta", meta("input_tokens", usage.input()))
                .build()
                .toString());
    }

    @Override
    public Seen<RerankRequest> readRerank(RecordedRequest request) {
        return CohereRequests.rerank(request);
    }

    @Override
    public WireReply ranking(RecordedRequest request, List<RerankReply.Ranked> ranked) {
        List<Json> results = new ArrayList<>();
        for (RerankReply.Ranked one : ranked) {
            results.add(JsonObject.builder()
                    .put("index", one.index())
                    .put("relevance_score", one.score())
                    .build());
        }
        return WireReply.json(JsonObject.builder()
                .put("id", "07734bd2-2473-4f07-94e1-0d9f0e6843cf")
                .put("results", JsonArray.of(results))
                .put("meta", meta("search_units", 1))
                .build()
                .toString());
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        List<Json> models = names.stream()
                .map(name -> (Json) JsonObject.builder()
                        .put("name", name)
                        .put("endpoints", JsonArray.ofStrings(List.of("chat")))
                        .put("finetuned", false)
                        .put("context_length", 128_000)
                        .build())
                .toList();
        return WireReply.json(
                JsonObject.builder().put("models", JsonArray.of(models)).build().toString());
    }

    private static JsonObject meta(String unit, long count) {
        return JsonObject.builder()
                .put("api_version", JsonObject.builder().put("version", "2").build())
                .put("billed_units", JsonObject.builder().put(unit, count).build())
                .build();
    }
}
