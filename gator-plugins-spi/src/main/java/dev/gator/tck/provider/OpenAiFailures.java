package dev.gator.tck.provider;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;

/** OpenAI's errors: status, type, code and the words it uses. */
final class OpenAiFailures {

    private OpenAiFailures() {}

    static WireReply reply(WireFailure kind) {
        if (kind == WireFailure.BAD_GATEWAY) {
            return WireReply.text(502, "<html><body>Bad Gateway</body></html>").contentType("text/html");
        }
        int status = kind == WireFailure.OVERLOADED ? 503 : kind.status();
        return WireReply.json(status, error(kind).toString()).header("x-request-id", "req_0123456789");
    }

    static JsonObject error(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY ->
                error("Incorrect API key provided: sk-abc***xyz.", "invalid_request_error", "invalid_api_key");
            case FORBIDDEN ->
                error("Country, region, or territory not supported", "request_forbidden", "unsupported_country");
            case UNKNOWN_MODEL ->
                error(
                        "The model `none` does not exist or you do not have access to it.",
                        "invalid_request_error",
                        "model_not_found");
            case CONTEXT_TOO_LONG ->
                error(
                        "This model's maximum context length is 128000 tokens.",
                        "invalid_request_error",
                        "context_length_exceeded");
            case BAD_REQUEST, UNPROCESSABLE -> error("Invalid value for 'temperature'.", "invalid_request_error", "");
            case TOO_LARGE -> error("Request too large.", "invalid_request_error", "");
            case RATE_LIMITED -> error("Rate limit reached for requests", "requests", "rate_limit_exceeded");
            case QUOTA_EXHAUSTED ->
                error(
                        "You exceeded your current quota, please check your plan and billing details.",
                        "insufficient_quota",
                        "insufficient_quota");
            case CONTENT_REFUSED ->
                error(
                        "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
                        "invalid_request_error",
                        "invalid_prompt");
            case UNAVAILABLE, OVERLOADED ->
                error("The engine is currently overloaded, please try again later.", "server_error", "");
            default -> error("The server had an error while processing your request.", "server_error", "");
        };
    }

    private static JsonObject error(String message, String type, String code) {
        return JsonObject.builder()
                .put(
                        "error",
                        JsonObject.builder()
                                .put("message", message)
                                .put("type", type)
                                .put("param", Json.nul())
                                .put("code", code.isEmpty() ? Json.nul() : Json.of(code))
                                .build())
                .build();
    }
}
