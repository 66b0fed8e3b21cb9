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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gemini's contents, embeddings and model list, as the service documents them. */
public final class GeminiWire implements ChatDialect, EmbeddingDialect, ModelListDialect {

    private static final Set<WireTrait> TRAITS = Set.of(
            WireTrait.KEY,
            WireTrait.CALL_IDS,
            WireTrait.CACHED_READ,
            WireTrait.REASONING_USAGE,
            WireTrait.REASONING_TEXT,
            WireTrait.SIGNATURES,
            WireTrait.IMAGE_LINKS,
            WireTrait.EMBEDDING_PURPOSE,
            WireTrait.EMBEDDING_DIMENSIONS);

    private final GeminiAnswers answers;
    private final boolean ids;

    private GeminiWire(boolean ids) {
        this.ids = ids;
        this.answers = new GeminiAnswers(ids);
    }

    /** Returns Gemini. */
    public static GeminiWire create() {
        return new GeminiWire(true);
    }

    /** Returns Gemini as its older models are, which give tool calls no ids. */
    public static GeminiWire withoutCallIds() {
        return new GeminiWire(false);
    }

    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public String basePath() {
        return "/v1beta";
    }

    @Override
    public Set<WireTrait> traits() {
        EnumSet<WireTrait> all = EnumSet.copyOf(TRAITS);
        if (!ids) {
            all.remove(WireTrait.CALL_IDS);
        }
        return all;
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        if (request.query("key").isPresent()) {
            return WireTopic.OTHER; // a key in an address ends up in logs
        }
        boolean streamed = request.query("alt").filter("sse"::equals).isPresent();
        return switch (request.method() + " " + GeminiRequests.method(request)) {
            case "POST generateContent" -> WireTopic.CHAT;
            case "POST streamGenerateContent" -> streamed ? WireTopic.CHAT_STREAM : WireTopic.OTHER;
            case "POST batchEmbedContents" -> WireTopic.EMBED;
            case "GET " -> request.path().equals("/v1beta/models") ? WireTopic.MODELS : WireTopic.OTHER;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return GeminiFailures.reply(kind);
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return GeminiRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(answers.whole(answer).toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return answers.end(answers.pieces(answer), answer);
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(
                answers.pieces(beginning).data(GeminiFailures.error(kind).toString()));
    }

    @Override
    public Seen<EmbeddingRequest> readEmbedding(RecordedRequest request) {
        return GeminiRequests.embedding(request);
    }

    @Override
    public WireReply embeddings(RecordedRequest request, List<Embedding> vectors, Usage usage) {
        List<Json> all = new ArrayList<>();
        for (Embedding vector : vectors) {
            List<Json> values = new ArrayList<>();
            for (float value : vector.toArray()) {
                values.add(Json.of((double) value));
            }
            all.add(JsonObject.builder().put("values", JsonArray.of(values)).build());
        }
        JsonObject.Builder reply = JsonObject.builder().put("embeddings", JsonArray.of(all));
        if (usage.isKnown()) {
            reply.put(
                    "usageMetadata",
                    JsonObject.builder().put("promptTokenCount", usage.input()).build());
        }
        return WireReply.json(reply.build().toString());
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        List<Json> models = names.stream()
                .map(name -> (Json) JsonObject.builder()
                        .put("name", "models/" + name)
                        .put("version", "001")
                        .put("displayName", name)
                        .put("inputTokenLimit", 1_048_576)
                        .put("outputTokenLimit", 65_536)
                        .put(
                                "supportedGenerationMethods",
                                JsonArray.ofStrings(List.of("generateContent", "countTokens")))
                        .put("temperature", 1)
                        .put("thinking", true)
                        .build())
                .toList();
        return WireReply.json(
                JsonObject.builder().put("models", JsonArray.of(models)).build().toString());
    }
}
