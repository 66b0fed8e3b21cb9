package dev.gator.tck.provider;

import dev.gator.json.JsonObject;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;

/** Cohere's errors: an id and a message. */
final class CohereFailures {

    private CohereFailures() {}

    static Optional<WireReply> reply(WireFailure kind) {
        return switch (kind) {
            case TOO_LARGE, OVERLOADED -> Optional.empty();
            case BAD_GATEWAY ->
                Optional.of(WireReply.text(502, "<html><body>Bad Gateway</body></html>")
                        .contentType("text/html"));
            default -> Optional.of(WireReply.json(status(kind), error(kind).toString()));
        };
    }

    private static int status(WireFailure kind) {
        return switch (kind) {
            case QUOTA_EXHAUSTED -> 402;
            case CONTENT_REFUSED -> 498;
            default -> kind.status();
        };
    }

    private static JsonObject error(WireFailure kind) {
        return JsonObject.builder()
                .put("id", "f3b9b1e0-8f5f-4c7c-a9e8-0d2f6b7a5c11")
                .put("message", message(kind))
                .build();
    }

    static String message(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY -> "invalid api token";
            case FORBIDDEN -> "your organization may not use this model";
            case UNKNOWN_MODEL ->
                "model 'none' not found, make sure the correct model ID was used and that you have access to the model.";
            case CONTEXT_TOO_LONG ->
                "too many tokens: size limit exceeded by 11326 tokens. Try using shorter or fewer inputs.";
            case UNPROCESSABLE -> "invalid request: tool parameters are not a JSON schema";
            case RATE_LIMITED -> "You are past the per minute request limit, please wait and try again later.";
            case QUOTA_EXHAUSTED -> "Please add or update your payment method.";
            case CONTENT_REFUSED -> "blocked output: please contact support";
            case UNAVAILABLE, OVERLOADED -> "the service is overloaded, please try again later";
            case SERVER_ERROR -> "internal server error, this has been reported to our developers.";
            default -> "invalid request: temperature must be a non-negative number";
        };
    }
}
