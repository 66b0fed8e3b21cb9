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

/** Writes answers, whole and event by event. */
final class CohereAnswers {

    private CohereAnswers() {}

    static JsonObject whole(Scripted answer) {
        List<Json> content = new ArrayList<>();
        List<Json> calls = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            if (piece instanceof Scripted.Call call) {
                calls.add(call(call, call.whole()));
            } else {
                content.add(content(piece, piece.whole()));
            }
        }
        JsonObject message = JsonObject.builder()
                .put("role", "assistant")
                .putIf(!calls.isEmpty(), "tool_calls", JsonArray.of(calls))
                .put("content", JsonArray.of(content))
                .build();
        return JsonObject.builder()
                .put("id", answer.id())
                .put("message", message)
                .put("finish_reason", finish(answer.finish()))
                .put("usage", usage(answer.usage()))
                .build();
    }

    /** Everything but the end. */
    static WireStream events(Scripted answer) {
        JsonObject nothing = JsonObject.builder()
                .put("role", "assistant")
                .put("content", JsonArray.of())
                .put("tool_plan", "")
                .put("tool_calls", JsonArray.of())
                .put("citations", JsonArray.of())
                .build();
        WireStream stream = WireStream.events()
                .event(
                        "message-start",
                        JsonObject.builder()
                                .put("id", answer.id())
                                .put("type", "message-start")
                                .put("delta", message(nothing))
                                .build()
                                .toString());
        int contents = 0;
        int calls = 0;
        for (Scripted.Piece piece : answer.pieces()) {
            stream = piece instanceof Scripted.Call call
                    ? call(stream, call, calls++)
                    : content(stream, piece, contents++);
        }
        return stream;
    }

    /** What makes an answer complete. */
    static WireStream end(WireStream stream, Scripted answer) {
        JsonObject delta = JsonObject.builder()
                .put("finish_reason", finish(answer.finish()))
                .put("usage", usage(answer.usage()))
                .build();
        return stream.terminal(
                "message-end",
                JsonObject.builder()
                        .put("type", "message-end")
                        .put("delta", delta)
                        .build()
                        .toString());
    }

    static WireStream failed(WireStream stream, String message) {
        JsonObject delta = JsonObject.builder()
                .put("error", message)
                .put("finish_reason", "ERROR")
                .build();
        return stream.event(
                "message-end",
                JsonObject.builder()
                        .put("type", "message-end")
                        .put("delta", delta)
                        .build()
                        .toString());
    }

    private static WireStream content(WireStream begun, Scripted.Piece piece, int index) {
        WireStream stream = event(begun, "content-start", index, in("content", content(piece, "")));
        String member = piece instanceof Scripted.Thought ? "thinking" : "text";
        for (String chunk : piece.chunks()) {
            JsonObject words = JsonObject.builder().put(member, chunk).build();
            stream = event(stream, "content-delta", index, in("content", words));
        }
        return ended(stream, "content-end", index);
    }

    private static WireStream call(WireStream begun, Scripted.Call call, int index) {
        WireStream stream = event(begun, "tool-call-start", index, in("tool_calls", call(call, "")));
        for (String chunk : call.chunks()) {
            JsonObject function = JsonObject.builder()
                    .put(
                            "function",
                            JsonObject.builder().put("arguments", chunk).build())
                    .build();
            stream = event(stream, "tool-call-delta", index, in("tool_calls", function));
        }
        return ended(stream, "tool-call-end", index);
    }

    private static WireStream event(WireStream stream, String type, int index, JsonObject message) {
        return stream.event(
                type,
                JsonObject.builder()
                        .put("type", type)
                        .put("index", index)
                        .put("delta", message(message))
                        .build()
                        .toString());
    }

    private static WireStream ended(WireStream stream, String type, int index) {
        return stream.event(
                type,
                JsonObject.builder()
                        .put("type", type)
                        .put("index", index)
                        .build()
                        .toString());
    }

    private static JsonObject message(JsonObject message) {
        return JsonObject.builder().put("message", message).build();
    }

    private static JsonObject in(String member, JsonObject value) {
        return JsonObject.builder().put(member, value).build();
    }

    private static JsonObject content(Scripted.Piece piece, String words) {
        String type = piece instanceof Scripted.Thought ? "thinking" : "text";
        return JsonObject.builder().put("type", type).put(type, words).build();
    }

    private static JsonObject call(Scripted.Call call, String arguments) {
        return JsonObject.builder()
                .put("id", call.id())
                .put("type", "function")
                .put(
                        "function",
                        JsonObject.builder()
                                .put("name", call.tool())
                                .put("arguments", arguments)
                                .build())
                .build();
    }

    private static JsonObject usage(Usage usage) {
        return JsonObject.builder()
                .put("billed_units", tokens(usage.input(), usage.output()))
                .put("tokens", tokens(usage.input() + 66, usage.output() + 2))
                .put("cached_tokens", usage.cachedRead())
                .build();
    }

    private static JsonObject tokens(long input, long output) {
        return JsonObject.builder()
                .put("input_tokens", input)
                .put("output_tokens", output)
                .build();
    }

    private static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP -> "COMPLETE";
            case LENGTH -> "MAX_TOKENS";
            case TOOL_CALLS -> "TOOL_CALL";
            case CONTENT_FILTER -> "ERROR_TOXIC";
            case OTHER -> "USER_CANCEL";
        };
    }
}
