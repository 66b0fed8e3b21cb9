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

/** Writes answers, whole and piece by piece. */
final class GeminiAnswers {

    private final boolean ids;

    GeminiAnswers(boolean ids) {
        this.ids = ids;
    }

    JsonObject whole(Scripted answer) {
        List<Json> parts = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            parts.add(piece instanceof Scripted.Call call ? call(call) : words(piece, piece.whole(), signature(piece)));
        }
        return answer(answer, JsonArray.of(parts), finish(answer.finish()));
    }

    /** Everything but the end. A tool call comes in one piece, whatever the script says. */
    WireStream pieces(Scripted answer) {
        WireStream stream = WireStream.events();
        for (Scripted.Piece piece : answer.pieces()) {
            if (piece instanceof Scripted.Call call) {
                stream = stream.data(piece(answer, call(call), ""));
                continue;
            }
            List<String> chunks = piece.chunks();
            for (int i = 0; i < chunks.size(); i++) {
                String signature = i == chunks.size() - 1 ? signature(piece) : "";
                stream = stream.data(piece(answer, words(piece, chunks.get(i), signature), ""));
            }
        }
        return stream;
    }

    /** What makes an answer complete. */
    WireStream end(WireStream stream, Scripted answer) {
        JsonObject nothing = JsonObject.builder().put("text", "").build();
        return stream.terminal(piece(answer, nothing, finish(answer.finish())));
    }

    private static String piece(Scripted answer, JsonObject part, String finish) {
        return answer(answer, JsonArray.of(part), finish).toString();
    }

    private static String signature(Scripted.Piece piece) {
        return piece instanceof Scripted.Thought thought ? thought.signature() : "";
    }

    private static JsonObject words(Scripted.Piece piece, String text, String signature) {
        return JsonObject.builder()
                .put("text", text)
                .putIf(piece instanceof Scripted.Thought, "thought", true)
                .putIf(!signature.isEmpty(), "thoughtSignature", signature)
                .build();
    }

    private JsonObject call(Scripted.Call call) {
        JsonObject function = JsonObject.builder()
                .putIf(ids, "id", call.id())
                .put("name", call.tool())
                .put("args", Json.parse(call.whole()))
                .build();
        return JsonObject.builder().put("functionCall", function).build();
    }

    private static JsonObject answer(Scripted answer, JsonArray parts, String finish) {
        JsonObject content =
                JsonObject.builder().put("parts", parts).put("role", "model").build();
        JsonObject candidate = JsonObject.builder()
                .put("content", content)
                .putIf(!finish.isEmpty(), "finishReason", finish)
                .put("index", 0)
                .build();
        return JsonObject.builder()
                .put("candidates", JsonArray.of(candidate))
                .put("usageMetadata", usage(answer.usage()))
                .put("modelVersion", answer.model())
                .put("responseId", answer.id())
                .build();
    }

    private static JsonObject usage(Usage usage) {
        JsonObject text = JsonObject.builder()
                .put("modality", "TEXT")
                .put("tokenCount", usage.input())
                .build();
        return JsonObject.builder()
                .put("promptTokenCount", usage.input())
                .put("candidatesTokenCount", usage.output() - usage.reasoning())
                .put("totalTokenCount", usage.total())
                .putIf(usage.cachedRead() > 0, "cachedContentTokenCount", usage.cachedRead())
                .put("promptTokensDetails", JsonArray.of(text))
                .putIf(usage.reasoning() > 0, "thoughtsTokenCount", usage.reasoning())
                .build();
    }

    private static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP, TOOL_CALLS -> "STOP";
            case LENGTH -> "MAX_TOKENS";
            case CONTENT_FILTER -> "SAFETY";
            case OTHER -> "OTHER";
        };
    }
}
