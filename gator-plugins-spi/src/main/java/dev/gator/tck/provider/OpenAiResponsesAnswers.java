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

/** Writes answers of the responses API, whole and as events. */
final class OpenAiResponsesAnswers {

    private final Scripted answer;
    private WireStream stream = WireStream.events();
    private int sequence;

    OpenAiResponsesAnswers(Scripted answer) {
        this.answer = answer;
    }

    static JsonObject whole(Scripted answer) {
        List<Json> items = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            items.add(item(piece, items.size(), piece.whole()));
        }
        return finished(answer, items);
    }

    private static JsonObject finished(Scripted answer, List<Json> items) {
        String reason =
                switch (answer.finish()) {
                    case LENGTH -> "max_output_tokens";
                    case CONTENT_FILTER -> "content_filter";
                    default -> "";
                };
        Json why = reason.isEmpty()
                ? Json.nul()
                : JsonObject.builder().put("reason", reason).build();
        return top(answer, reason.isEmpty() ? "completed" : "incomplete")
                .put("error", Json.nul())
                .put("incomplete_details", why)
                .put("output", JsonArray.of(items))
                .put("usage", usage(answer.usage()))
                .build();
    }

    static JsonObject.Builder top(Scripted answer, String status) {
        return JsonObject.builder()
                .put("id", answer.id())
                .put("object", "response")
                .put("created_at", 1_741_476_777)
                .put("status", status)
                .put("model", answer.model());
    }

    WireStream beginning() {
        JsonObject begun = top(answer, "in_progress")
                .put("output", JsonArray.of())
                .put("usage", Json.nul())
                .build();
        tell("response.created", event().put("response", begun));
        tell("response.in_progress", event().put("response", begun));
        List<Scripted.Piece> pieces = answer.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            piece(pieces.get(i), i);
        }
        return stream;
    }

    WireStream stream() {
        beginning();
        List<Json> items = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            items.add(item(piece, items.size(), piece.whole()));
        }
        boolean cut = answer.finish() == FinishReason.LENGTH || answer.finish() == FinishReason.CONTENT_FILTER;
        String type = cut ? "response.incomplete" : "response.completed";
        String last = JsonObject.builder()
                .put("type", type)
                .put("sequence_number", sequence)
                .put("response", finished(answer, items))
                .build()
                .toString();
        return stream.terminal(type, last);
    }

    private void piece(Scripted.Piece piece, int index) {
        tell("response.output_item.added", event().put("output_index", index).put("item", item(piece, index, "")));
        String type =
                switch (piece.getClass().getSimpleName()) {
                    case "Words" -> "response.output_text.delta";
                    case "Thought" -> "response.reasoning_summary_text.delta";
                    default -> "response.function_call_arguments.delta";
                };
        for (String chunk : piece.chunks()) {
            tell(
                    type,
                    event().put("item_id", "item_" + index)
                            .put("output_index", index)
                            .put("delta", chunk));
        }
        tell(
                "response.output_item.done",
                event().put("output_index", index).put("item", item(piece, index, piece.whole())));
    }

    private static JsonObject.Builder event() {
        return JsonObject.builder();
    }

    private void tell(String type, JsonObject.Builder event) {
        JsonObject data =
                event.put("type", type).put("sequence_number", sequence++).build();
        stream = stream.event(type, data.toString());
    }

    private static JsonObject item(Scripted.Piece piece, int index, String text) {
        JsonObject.Builder item = JsonObject.builder().put("id", "item_" + index);
        if (piece instanceof Scripted.Call call) {
            return item.put("type", "function_call")
                    .put("status", "completed")
                    .put("call_id", call.id())
                    .put("name", call.tool())
                    .put("arguments", text)
                    .build();
        }
        if (piece instanceof Scripted.Thought thought) {
            item.put("type", "reasoning").put("summary", pieces("summary_text", text));
            boolean sealed = !thought.signature().isEmpty() && !text.isEmpty();
            return item.putIf(sealed, "encrypted_content", thought.signature()).build();
        }
        return item.put("type", "message")
                .put("status", "completed")
                .put("role", "assistant")
                .put("content", pieces("output_text", text))
                .build();
    }

    private static JsonArray pieces(String type, String text) {
        return text.isEmpty()
                ? JsonArray.of()
                : JsonArray.of(
                        JsonObject.builder().put("type", type).put("text", text).build());
    }

    private static JsonObject usage(Usage usage) {
        return JsonObject.builder()
                .put("input_tokens", usage.input())
                .put(
                        "input_tokens_details",
                        JsonObject.builder()
                                .put("cached_tokens", usage.cachedRead())
                                .build())
                .put("output_tokens", usage.output())
                .put(
                        "output_tokens_details",
                        JsonObject.builder()
                                .put("reasoning_tokens", usage.reasoning())
                                .build())
                .put("total_tokens", usage.total())
                .build();
    }
}
