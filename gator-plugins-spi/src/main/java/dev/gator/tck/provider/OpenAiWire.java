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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OpenAI's chat completions, embeddings and model list, as the service documents them. */
public final class OpenAiWire implements ChatDialect, EmbeddingDialect, ModelListDialect {

    private static final Set<WireTrait> TRAITS = Set.of(
            WireTrait.KEY,
            WireTrait.CALL_IDS,
            WireTrait.CACHED_READ,
            WireTrait.REASONING_USAGE,
            WireTrait.IMAGE_LINKS,
            WireTrait.EMBEDDING_DIMENSIONS);

    private final boolean thoughts;

    private OpenAiWire(boolean thoughts) {
        this.thoughts = thoughts;
    }

    /** Returns OpenAI itself, which keeps its thoughts to itself here. */
    public static OpenAiWire create() {
        return new OpenAiWire(false);
    }

    /** Returns a compatible service that shows thoughts as {@code reasoning_content}, as DeepSeek and vLLM do. */
    public static OpenAiWire withThoughts() {
        return new OpenAiWire(true);
    }

    @Override
    public String name() {
        return thoughts ? "OpenAI-compatible chat completions" : "OpenAI chat completions";
    }

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public Set<WireTrait> traits() {
        if (!thoughts) {
            return TRAITS;
        }
        EnumSet<WireTrait> all = EnumSet.copyOf(TRAITS);
        all.add(WireTrait.REASONING_TEXT);
        return all;
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/chat/completions" ->
                OpenAiRequests.streams(request) ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
            case "POST /v1/embeddings" -> WireTopic.EMBED;
            case "GET /v1/models" -> WireTopic.MODELS;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return Optional.of(OpenAiFailures.reply(kind));
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return OpenAiRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(OpenAiAnswers.whole(answer).toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return OpenAiAnswers.end(OpenAiAnswers.chunks(answer), answer);
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(
                OpenAiAnswers.chunks(beginning).data(OpenAiFailures.error(kind).toString()));
    }

    @Override
    public Seen<EmbeddingRequest> readEmbedding(RecordedRequest request) {
        return OpenAiRequests.embedding(request);
    }

    @Override
    public WireReply embeddings(RecordedRequest request, List<Embedding> vectors, Usage usage) {
        JsonObject asked = Json.parse(request.text()).asObject();
        boolean packed =
                asked.optionalString("encoding_format").filter("base64"::equals).isPresent();
        List<Json> data = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            data.add(JsonObject.builder()
                    .put("object", "embedding")
                    .put("index", i)
                    .put("embedding", packed ? packed(vectors.get(i)) : plain(vectors.get(i)))
                    .build());
        }
        return WireReply.json(JsonObject.builder()
                .put("object", "list")
                .put("data", JsonArray.of(data))
                .put("model", asked.string("model"))
                .put(
                        "usage",
                        JsonObject.builder()
                                .put("prompt_tokens", usage.input())
                                .put("total_tokens", usage.input())
                                .build())
                .build()
                .toString());
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        List<Json> data = new ArrayList<>();
        for (String name : names) {
            data.add(JsonObject.builder()
                    .put("id", name)
                    .put("object", "model")
                    .put("created", 1_715_367_049)
                    .put("owned_by", "system")
                    .build());
        }
        return WireReply.json(JsonObject.builder()
                .put("object", "list")
                .put("data", JsonArray.of(data))
                .build()
                .toString());
    }

    private static Json packed(Embedding vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector.toArray()) {
            bytes.putFloat(value);
        }
        return Json.of(Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static Json plain(Embedding vector) {
        List<Json> numbers = new ArrayList<>();
        for (float value : vector.toArray()) {
            numbers.add(Json.of((double) value));
        }
        return JsonArray.of(numbers);
    }
}
