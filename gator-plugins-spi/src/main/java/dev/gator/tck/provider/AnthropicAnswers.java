package dev.gator.tck.provider;

import dev.gator.chat.FinishReason;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.Scripted;
import dev.gator.tck.WireStream;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/** Writes messages, whole and event by event. */
final class AnthropicAnswers {

    private AnthropicAnswers() {}

    static JsonObject whole(Scripted answer) {
        List<Json> content = new ArrayList<>();
        answer.pieces().forEach(piece -> content.add(block(piece, true)));
        return message(answer, JsonArray.of(content), Json.of(finish(answer.finish())))
                .put("usage", usage(answer.usage(), answer.usage().output(), true))
                .build();
    }

    /** Everything but the end. */
    static WireStream blocks(Scripted answer) {
        JsonObject start = message(answer, JsonArray.of(), Json.nul())
                .put("usage", usage(answer.usage(), 1, false))
                .build();
        WireStream stream = WireStream.events()
                .event(
                        "message_start",
                        event("message_start").put("message", start).build().toString())
                .event("ping", event("ping").build().toString());
        int index = 0;
        for (Scripted.Piece piece : answer.pieces()) {
            stream = block(stream, piece, index++);
        }
        return stream;
    }

    /** What makes an answer complete. */
    static WireStream end(WireStream stream, Scripted answer) {
        JsonObject delta = JsonObject.builder()
                .put("stop_reason", finish(answer.finish()))
                .put("stop_sequence", Json.nul())
                .build();
        JsonObject usage = JsonObject.builder()
                .put("output_tokens", answer.usage().output())
                .put("output_tokens_details", details(answer.usage()))
                .build();
        String last = event("message_delta")
                .put("delta", delta)
                .put("usage", usage)
                .build()
                .toString();
        return stream.terminal("message_delta", last)
                .terminal("message_stop", event("message_stop").build().toString());
    }

    private static WireStream block(WireStream begun, Scripted.Piece piece, int index) {
        WireStream stream = begun.event(
                "content_block_start",
                event("content_block_start")
                        .put("index", index)
                        .put("content_block", block(piece, false))
                        .build()
                        .toString());
        for (String chunk : piece.chunks()) {
            stream = delta(stream, index, deltaType(piece), deltaName(piece), chunk);
        }
        if (piece instanceof Scripted.Thought thought && !thought.signature().isEmpty()) {
            stream = delta(stream, index, "signature_delta", "signature", thought.signature());
        }
        return stream.event(
                "content_block_stop",
                event("content_block_stop").put("index", index).build().toString());
    }

    private static WireStream delta(WireStream stream, int index, String type, String name, String value) {
        JsonObject delta =
                JsonObject.builder().put("type", type).put(name, value).build();
        return stream.event(
                "content_block_delta",
                event("content_block_delta")
                        .put("index", index)
                        .put("delta", delta)
                        .build()
                        .toString());
    }

    private static String deltaType(Scripted.Piece piece) {
        return piece instanceof Scripted.Call
                ? "input_json_delta"
                : piece instanceof Scripted.Thought ? "thinking_delta" : "text_delta";
    }

    private static String deltaName(Scripted.Piece piece) {
        return piece instanceof Scripted.Call
                ? "partial_json"
                : piece instanceof Scripted.Thought ? "thinking" : "text";
    }

    private static JsonObject block(Scripted.Piece piece, boolean whole) {
        if (piece instanceof Scripted.Thought thought) {
            return JsonObject.builder()
                    .put("type", "thinking")
                    .put("thinking", whole ? thought.whole() : "")
                    .put("signature", whole ? thought.signature() : "")
                    .build();
        }
        if (piece instanceof Scripted.Call call) {
            return JsonObject.builder()
                    .put("type", "tool_use")
                    .put("id", call.id())
                    .put("name", call.tool())
                    .put("input", whole ? Json.parse(call.whole()) : JsonObject.empty())
                    .build();
        }
        return JsonObject.builder()
                .put("type", "text")
                .put("text", whole ? piece.whole() : "")
                .build();
    }

    private static JsonObject.Builder message(Scripted answer, JsonArray content, Json stopReason) {
        return JsonObject.builder()
                .put("id", answer.id())
                .put("type", "message")
                .put("role", "assistant")
                .put("model", answer.model())
                .put("content", content)
                .put("stop_reason", stopReason)
                .put("stop_sequence", Json.nul());
    }

    private static JsonObject usage(Usage usage, long output, boolean whole) {
        return JsonObject.builder()
                .put("input_tokens", usage.input() - usage.cachedRead() - usage.cachedWrite())
                .put("cache_creation_input_tokens", usage.cachedWrite())
                .put("cache_read_input_tokens", usage.cachedRead())
                .put(
                        "cache_creation",
                        JsonObject.builder()
                                .put("ephemeral_5m_input_tokens", usage.cachedWrite())
                                .put("ephemeral_1h_input_tokens", 0)
                                .build())
                .put("output_tokens", output)
                .putIf(whole, "output_tokens_details", details(usage))
                .put("service_tier", "standard")
                .build();
    }

    private static JsonObject details(Usage usage) {
        return JsonObject.builder().put("thinking_tokens", usage.reasoning()).build();
    }

    private static JsonObject.Builder event(String type) {
        return JsonObject.builder().put("type", type);
    }

    private static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case TOOL_CALLS -> "tool_use";
            case CONTENT_FILTER -> "refusal";
            case OTHER -> "pause_turn";
        };
    }
}
