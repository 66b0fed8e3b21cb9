package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.EmbeddingDialect;
import dev.gator.tck.ModelListDialect;
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

/** Ollama's own API: chat as JSON lines, embeddings, and its list of models. */
public final class OllamaWire implements ChatDialect, EmbeddingDialect, ModelListDialect {

    private static final Set<WireTrait> TRAITS =
            Set.of(WireTrait.CALL_IDS, WireTrait.REASONING_TEXT, WireTrait.EMBEDDING_DIMENSIONS);

    private OllamaWire() {}

    /** Returns an Ollama server. */
    public static OllamaWire create() {
        return new OllamaWire();
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public Set<WireTrait> traits() {
        return TRAITS;
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /api/chat" -> OllamaRequests.streams(request) ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
            case "POST /api/embed" -> WireTopic.EMBED;
            case "GET /api/tags" -> WireTopic.MODELS;
            case "GET /api/version" -> WireTopic.HEALTH;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return OllamaFailures.reply(kind);
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return OllamaRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(OllamaAnswers.whole(answer).toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return OllamaAnswers.end(OllamaAnswers.lines(answer), answer);
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(
                OllamaAnswers.lines(beginning).data(OllamaFailures.error(kind).toString()));
    }

    @Override
    public Seen<EmbeddingRequest> readEmbedding(RecordedRequest request) {
        return OllamaRequests.embedding(request);
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
        return WireReply.json(JsonObject.builder()
                .put("model", Json.parse(request.text()).asObject().string("model"))
                .put("embeddings", JsonArray.of(rows))
                .put("total_duration", 14_143_917)
                .put("load_duration", 1_019_500)
                .put("prompt_eval_count", usage.input())
                .build()
                .toString());
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        List<Json> models = names.stream()
                .map(name -> (Json) JsonObject.builder()
                        .put("name", name)
                        .put("model", name)
                        .put("modified_at", "2026-05-04T17:37:44.706015396-07:00")
                        .put("size", 3_826_793_677L)
                        .put("digest", "bc07c81de745696fdf5afca05e065818a8149fb0c77266fb584d9b2cba3711ab")
                        .put("capabilities", JsonArray.ofStrings(List.of("completion", "tools")))
                        .build())
                .toList();
        return WireReply.json(
                JsonObject.builder().put("models", JsonArray.of(models)).build().toString());
    }

    @Override
    public WireReply healthy(RecordedRequest request) {
        return WireReply.json("{\"version\":\"0.12.3\"}");
    }
}
