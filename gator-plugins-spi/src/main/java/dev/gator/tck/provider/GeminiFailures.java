package dev.gator.tck.provider;

import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;

/** Gemini's errors: status, Google's word for it and the words it uses. */
final class GeminiFailures {

    private GeminiFailures() {}

    static Optional<WireReply> reply(WireFailure kind) {
        return switch (kind) {
            // a refused prompt is an answer here, and what makes no sense is a bad request
            case UNPROCESSABLE, CONTENT_REFUSED -> Optional.empty();
            case BAD_GATEWAY ->
                Optional.of(WireReply.text(502, "<html><body>Bad Gateway</body></html>")
                        .contentType("text/html"));
            default -> Optional.of(WireReply.json(status(kind), error(kind).toString()));
        };
    }

    static JsonObject error(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY ->
                error(kind, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", "API_KEY_INVALID");
            case FORBIDDEN ->
                error(kind, "PERMISSION_DENIED", "The caller does not have permission", "CONSUMER_INVALID");
            case UNKNOWN_MODEL -> error(kind, "NOT_FOUND", "models/none is not found for API version v1beta.", "");
            case CONTEXT_TOO_LONG ->
                error(
                        kind,
                        "INVALID_ARGUMENT",
                        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
                        "");
            case RATE_LIMITED ->
                error(
                        kind,
                        "RESOURCE_EXHAUSTED",
                        "You exceeded your current quota, please check your plan and billing details.",
                        "");
            case QUOTA_EXHAUSTED -> error(kind, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted.", "");
            case SERVER_ERROR, BAD_GATEWAY -> error(kind, "INTERNAL", "An internal error has occurred.", "");
            case UNAVAILABLE, OVERLOADED ->
                error(kind, "UNAVAILABLE", "The model is overloaded. Please try again later.", "");
            case TOO_LARGE -> error(kind, "INVALID_ARGUMENT", "Request payload size exceeds the limit.", "");
            default -> error(kind, "INVALID_ARGUMENT", "Invalid value at 'generation_config.temperature'", "");
        };
    }

    private static int status(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY -> 400;
            case OVERLOADED -> 503;
            default -> kind.status();
        };
    }

    private static JsonObject error(WireFailure kind, String status, String message, String reason) {
        JsonObject.Builder error = JsonObject.builder()
                .put("code", status(kind))
                .put("message", message)
                .put("status", status);
        if (!reason.isEmpty()) {
            error.put(
                    "details",
                    JsonArray.of(JsonObject.builder()
                            .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                            .put("reason", reason)
                            .put("domain", "googleapis.com")
                            .build()));
        }
        return JsonObject.builder().put("error", error.build()).build();
    }
}
