package dev.gator.tck.provider;

import dev.gator.json.JsonObject;
import dev.gator.tck.WireFailure;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;

/** Ollama's errors: one text each. */
final class OllamaFailures {

    private OllamaFailures() {}

    static Optional<WireReply> reply(WireFailure kind) {
        return switch (kind) {
            case TOO_LARGE, UNPROCESSABLE, QUOTA_EXHAUSTED, CONTENT_REFUSED, OVERLOADED -> Optional.empty();
            case BAD_GATEWAY ->
                Optional.of(WireReply.text(502, "<html><body>Bad Gateway</body></html>")
                        .contentType("text/html"));
            default -> Optional.of(WireReply.json(kind.status(), error(kind).toString()));
        };
    }

    static JsonObject error(WireFailure kind) {
        return JsonObject.builder().put("error", message(kind)).build();
    }

    private static String message(WireFailure kind) {
        return switch (kind) {
            case WRONG_KEY -> "unauthorized";
            case FORBIDDEN -> "ollama cloud is disabled: remote model is unavailable";
            case UNKNOWN_MODEL -> "model 'none' not found";
            case CONTEXT_TOO_LONG -> "the input length exceeds the context length";
            case RATE_LIMITED -> "too many concurrent requests";
            case UNAVAILABLE, OVERLOADED -> "server busy, please try again.  maximum pending requests exceeded";
            case SERVER_ERROR -> "llama runner process has terminated: exit status 2";
            default -> "\"tinyllama\" does not support tools";
        };
    }
}
