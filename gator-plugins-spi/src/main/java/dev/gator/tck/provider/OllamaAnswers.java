package dev.gator.tck.provider;

import dev.gator.chat.FinishReason;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.Scripted;
import dev.gator.tck.WireStream;
import java.util.ArrayList;
import java.util.List;

/** Writes answers, whole and line by line. A call comes in one piece: its arguments are an object. */
final class OllamaAnswers {

    private OllamaAnswers() {}

    static JsonObject whole(Scripted answer) {
        StringBuilder thoughts = new StringBuilder();
        List<Json> calls = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            if (piece instanceof Scripted.Thought thought) {
                thoughts.append(thought.whole());
            } else if (piece instanceof Scripted.Call call) {
                calls.add(call(call, calls.size()));
            }
        }
        return finished(answer, message(answer.words(), thoughts.toString(), calls));
    }

    /** Everything but the end. */
    static WireStream lines(Scripted answer) {
        WireStream stream = WireStream.lines();
        int calls = 0;
        for (Scripted.Piece piece : answer.pieces()) {
            if (piece instanceof Scripted.Call call) {
                stream = stream.data(line(answer, message("", "", List.of(call(call, calls++)))));
                continue;
            }
            boolean thought = piece instanceof Scripted.Thought;
            for (String chunk : piece.chunks()) {
                stream = stream.data(line(answer, message(thought ? "" : chunk, thought ? chunk : "", List.of())));
            }
        }
        return stream;
    }

    /** What makes an answer complete. */
    static WireStream end(WireStream stream, Scripted answer) {
        return stream.terminal(finished(answer, message("", "", List.of())).toString());
    }

    private static JsonObject message(String words, String thought, List<Json> calls) {
        return JsonObject.builder()
                .put("role", "assistant")
                .put("content", words)
                .putIf(!thought.isEmpty(), "thinking", thought)
                .putIf(!calls.isEmpty(), "tool_calls", JsonArray.of(calls))
                .build();
    }

    private static JsonObject call(Scripted.Call call, int index) {
        return JsonObject.builder()
                .put("id", call.id())
                .put(
                        "function",
                        JsonObject.builder()
                                .put("index", index)
                                .put("name", call.tool())
                                .put("arguments", Json.parse(call.whole()))
                                .build())
                .build();
    }

    private static String line(Scripted answer, JsonObject message) {
        return begun(answer, message).put("done", false).build().toString();
    }

    private static JsonObject finished(Scripted answer, JsonObject message) {
        return begun(answer, message)
                .put("done", true)
                .put("done_reason", finish(answer.finish()))
                .put("total_duration", 4_883_583_458L)
                .put("load_duration", 1_334_875)
                .put("prompt_eval_count", answer.usage().input())
                .put("prompt_eval_duration", 342_546_000)
                .put("eval_count", answer.usage().output())
                .put("eval_duration", 4_535_599_000L)
                .build();
    }

    private static JsonObject.Builder begun(Scripted answer, JsonObject message) {
        return JsonObject.builder()
                .put("model", answer.model())
                .put("created_at", "2026-08-04T19:22:45.499127Z")
                .put("message", message);
    }

    // calls end an answer like words do; only models that run elsewhere withhold anything
    private static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP, TOOL_CALLS -> "stop";
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
            case OTHER -> "unload";
        };
    }
}
