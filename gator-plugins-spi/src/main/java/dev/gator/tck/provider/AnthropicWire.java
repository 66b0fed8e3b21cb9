package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.ModelListDialect;
import dev.gator.tck.Scripted;
import dev.gator.tck.Seen;
import dev.gator.tck.WireFailure;
import dev.gator.tck.WireStream;
import dev.gator.tck.WireTopic;
import dev.gator.tck.WireTrait;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Anthropic's messages and model list, as the service documents them. */
public final class AnthropicWire implements ChatDialect, ModelListDialect {

    private static final Set<WireTrait> TRAITS = Set.of(
            WireTrait.KEY,
            WireTrait.CALL_IDS,
            WireTrait.CACHED_READ,
            WireTrait.CACHED_WRITE,
            WireTrait.REASONING_USAGE,
            WireTrait.REASONING_TEXT,
            WireTrait.SIGNATURES,
            WireTrait.IMAGE_LINKS);

    private AnthropicWire() {}

    /** Returns Anthropic. */
    public static AnthropicWire create() {
        return new AnthropicWire();
    }

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public Set<WireTrait> traits() {
        return TRAITS;
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/messages" -> AnthropicRequests.streams(request) ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
            case "GET /v1/models" -> WireTopic.MODELS;
            default -> WireTopic.OTHER;
        };
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return AnthropicFailures.reply(kind);
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return AnthropicRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(AnthropicAnswers.whole(answer).toString()).header("request-id", "req_0123456789");
    }

    @Override
    public WireStream stream(Scripted answer) {
        return AnthropicAnswers.end(AnthropicAnswers.blocks(answer), answer);
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(AnthropicAnswers.blocks(beginning)
                .event("error", AnthropicFailures.error(kind).toString()));
    }

    @Override
    public WireReply models(RecordedRequest request, List<String> names) {
        List<Json> data = names.stream()
                .map(name -> (Json) JsonObject.builder()
                        .put("type", "model")
                        .put("id", name)
                        .put("display_name", name)
                        .put("created_at", "2026-02-04T00:00:00Z")
                        .put("max_input_tokens", 200_000)
                        .put("max_tokens", 64_000)
                        .build())
                .toList();
        return WireReply.json(JsonObject.builder()
                .put("data", JsonArray.of(data))
                .put("has_more", false)
                .put("first_id", names.get(0))
                .put("last_id", names.get(names.size() - 1))
                .build()
                .toString());
    }
}
