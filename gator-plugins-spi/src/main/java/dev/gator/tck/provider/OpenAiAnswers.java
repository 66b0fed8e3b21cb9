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

/** Writes chat completions, whole and in chunks. */
final class OpenAiAnswers {

    private static final long CREATED = 1_741_569_952;

    private OpenAiAnswers() {}

    static JsonObject whole(Scripted answer) {
        JsonObject.Builder message = JsonObject.builder().put("role", "assistant");
        String thoughts = thoughts(answer);
        message.putIf(!thoughts.isEmpty(), "reasoning_content", thoughts);
        boolean silent = answer.words().isEmpty() && !answer.calls().isEmpty();
        message.put("content", silent ? Json.nul() : Json.of(answer.words()));
        if (!answer.calls().isEmpty()) {
            List<Json> calls = new ArrayList<>();
            answer.calls().forEach(call -> calls.add(call(call, call.whole()).build()));
            message.put("tool_calls", JsonArray.of(calls));
        }
        message.put("refusal", Json.nul()).put("annotations", JsonArray.of());
        JsonObject choice = JsonObject.builder()
                .put("index", 0)
                .put("message", message.build())
                .put("logprobs", Json.nul())
                .put("finish_reason", finish(answer.finish()))
                .build();
        return top(answer, "chat.completion", choice)
                .put("usage", usage(answer.usage()))
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_0123456789")
                .build();
    }

    /** The first chunk with the role, and one for each scripted chunk. */
    static WireStream chunks(Scripted answer) {
        WireStream stream = WireStream.events()
                .data(chunk(
                        answer,
                        delta().put("role", "assistant").put("content", "").put("refusal", Json.nul())));
        int index = 0;
        for (Scripted.Piece piece : answer.pieces()) {
            if (piece instanceof Scripted.Call call) {
                stream = callChunks(stream, answer, call, index++);
            } else {
                String name = piece instanceof Scripted.Thought ? "reasoning_content" : "content";
                for (String text : piece.chunks()) {
                    stream = stream.data(chunk(answer, delta().put(name, text)));
                }
            }
        }
        return stream;
    }

    private static WireStream callChunks(WireStream begun, Scripted answer, Scripted.Call call, int index) {
        JsonObject start = call(call, "").put("index", index).build();
        WireStream stream = begun.data(chunk(answer, delta().put("tool_calls", JsonArray.of(start))));
        for (String fragment : call.chunks()) {
            JsonObject more = JsonObject.builder()
                    .put("index", index)
                    .put(
                            "function",
                            JsonObject.builder().put("arguments", fragment).build())
                    .build();
            stream = stream.data(chunk(answer, delta().put("tool_calls", JsonArray.of(more))));
        }
        return stream;
    }

    /** The chunk with the finish reason, the one with the usage, and the mark of the end. */
    static WireStream end(WireStream stream, Scripted answer) {
        JsonObject last = JsonObject.builder()
                .put("index", 0)
                .put("delta", JsonObject.empty())
                .put("logprobs", Json.nul())
                .put("finish_reason", finish(answer.finish()))
                .build();
        String usage = JsonObject.builder()
                .put("id", answer.id())
                .put("object", "chat.completion.chunk")
                .put("created", CREATED)
                .put("model", answer.model())
                .put("choices", JsonArray.of())
                .put("usage", usage(answer.usage()))
                .build()
                .toString();
        return stream.data(top(answer, "chat.completion.chunk", last)
                        .put("usage", Json.nul())
                        .build()
                        .toString())
                .data(usage)
                .terminal("[DONE]");
    }

    private static JsonObject.Builder delta() {
        return JsonObject.builder();
    }

    private static String chunk(Scripted answer, JsonObject.Builder delta) {
        JsonObject choice = JsonObject.builder()
                .put("index", 0)
                .put("delta", delta.build())
                .put("logprobs", Json.nul())
                .put("finish_reason", Json.nul())
                .build();
        return top(answer, "chat.completion.chunk", choice)
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_0123456789")
                .put("usage", Json.nul())
                .build()
                .toString();
    }

    private static JsonObject.Builder top(Scripted answer, String object, JsonObject choice) {
        return JsonObject.builder()
                .put("id", answer.id())
                .put("object", object)
                .put("created", CREATED)
                .put("model", answer.model())
                .put("choices", JsonArray.of(choice));
    }

    private static JsonObject.Builder call(Scripted.Call call, String arguments) {
        return JsonObject.builder()
                .put("id", call.id())
                .put("type", "function")
                .put(
                        "function",
                        JsonObject.builder()
                                .put("name", call.tool())
                                .put("arguments", arguments)
                                .build());
    }

    private static String thoughts(Scripted answer) {
        StringBuilder all = new StringBuilder();
        answer.pieces().stream().filter(Scripted.Thought.class::isInstance).forEach(piece -> all.append(piece.whole()));
        return all.toString();
    }

    private static JsonObject usage(Usage usage) {
        return JsonObject.builder()
                .put("prompt_tokens", usage.input())
                .put("completion_tokens", usage.output())
                .put("total_tokens", usage.total())
                .put(
                        "prompt_tokens_details",
                        JsonObject.builder()
                                .put("cached_tokens", usage.cachedRead())
                                .put("audio_tokens", usage.audioInput())
                                .build())
                .put(
                        "completion_tokens_details",
                        JsonObject.builder()
                                .put("reasoning_tokens", usage.reasoning())
                                .put("audio_tokens", usage.audioOutput())
                                .put("accepted_prediction_tokens", 0)
                                .put("rejected_prediction_tokens", 0)
                                .build())
                .build();
    }

    private static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> "tool_calls";
            case CONTENT_FILTER -> "content_filter";
            case OTHER -> "something_new";
        };
    }
}
