package dev.gator.tck.provider;

import dev.gator.json.JsonObject;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;

/** Anthropic's errors: status, type and the words it uses. */
final class AnthropicFailures {

    private AnthropicFailures() {}

    static Optional<WireReply> reply(WireFailure kind) {
        if (kind == WireFailure.UNPROCESSABLE) {
            return Optional.empty(); // what makes no sense is a bad request here
        }
        if (kind == WireFailure.BAD_GATEWAY) {
            return Optional.of(
                    WireReply.text(502, "<html><body>Bad Gateway</body></html>").contentType("text/html"));
        }
        int status = kind == WireFailure.QUOTA_EXHAUSTED ? 400 : kind.status();
        return Optional.of(WireReply.json(status, error(kind).toString()).header("request-id", "req_0123456789"));
    }

    static JsonObject error(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY -> error("authentication_error", "invalid x-api-key");
            case FORBIDDEN ->
                error("permission_error", "Your API key does not have permission to use the specified resource.");
            case UNKNOWN_MODEL -> error("not_found_error", "model: none");
            case CONTEXT_TOO_LONG ->
                error("invalid_request_error", "prompt is too long: 214310 tokens > 200000 maximum");
            case TOO_LARGE -> error("request_too_large", "Request exceeds the maximum size");
            case RATE_LIMITED -> error("rate_limit_error", "This request would exceed your organization's rate limit.");
            case QUOTA_EXHAUSTED ->
                error(
                        "invalid_request_error",
                        "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.");
            case CONTENT_REFUSED -> error("invalid_request_error", "Output blocked by content filtering policy");
            case OVERLOADED -> error("overloaded_error", "Overloaded");
            case SERVER_ERROR, UNAVAILABLE, BAD_GATEWAY -> error("api_error", "Internal server error");
            default -> error("invalid_request_error", "temperature: range: 0..1");
        };
    }

    private static JsonObject error(String type, String message) {
        return JsonObject.builder()
                .put("type", "error")
                .put(
                        "error",
                        JsonObject.builder()
                                .put("type", type)
                                .put("message", message)
                                .build())
                .put("request_id", "req_0123456789")
                .build();
    }
}
