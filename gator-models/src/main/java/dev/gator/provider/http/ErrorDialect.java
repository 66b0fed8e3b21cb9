package dev.gator.provider.http;

import dev.gator.error.ProviderError;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells which error a service means. The standard one knows what most services have in common; a provider overrides
 * {@link #classify} for what is its own and falls back to {@link #standard(ServiceError)}.
 */
@FunctionalInterface
public interface ErrorDialect {

    /** Returns the error that the service means. */
    ProviderError classify(ServiceError error);

    /** Returns the dialect that most services speak. */
    static ErrorDialect standard() {
        return ErrorDialect::standard;
    }

    /** Returns the dialect in which {@code own} is asked first. */
    static ErrorDialect of(Function<ServiceError, Optional<ProviderError>> own) {
        return error -> own.apply(error).orElseGet(() -> standard(error));
    }

    /** Returns what the error usually means. */
    static ProviderError standard(ServiceError error) {
        if (error.is(
                "insufficient_quota",
                "billing_hard_limit_reached",
                "insufficient_balance",
                "exceeded_current_quota_error")) {
            return ProviderError.QUOTA_EXHAUSTED;
        }
        if (error.is("rate_limit_exceeded", "rate_limit_error", "RESOURCE_EXHAUSTED")) {
            return ProviderError.RATE_LIMITED;
        }
        if (error.is("invalid_api_key", "authentication_error") || error.says("incorrect api key", "invalid api key")) {
            return ProviderError.BAD_KEY;
        }
        if (error.status() == 400 || error.status() == 413 || error.status() == 422 || error.status() == 0) {
            return aboutTheRequest(error);
        }
        return byStatus(error.status());
    }

    private static ProviderError aboutTheRequest(ServiceError error) {
        if (error.is("context_length_exceeded", "exceed_context_size_error", "context_window_exceeded")
                || error.says(
                        "maximum context length",
                        "context window",
                        "context length",
                        "context size",
                        "prompt is too long",
                        "too many tokens",
                        "reduce the length of the messages")) {
            return ProviderError.CONTEXT_TOO_LONG;
        }
        if (error.is(
                "content_filter",
                "content_policy_violation",
                "invalid_prompt",
                "moderation_blocked",
                "ResponsibleAIPolicyViolation")) {
            return ProviderError.CONTENT_REFUSED;
        }
        if (error.is("model_not_found", "model_decommissioned", "invalid_model", "DeploymentNotFound")
                || error.says("model does not exist", "model not found", "not a valid model")) {
            return ProviderError.UNKNOWN_MODEL;
        }
        if (error.is("overloaded_error", "server_overloaded", "engine_overloaded")) {
            return ProviderError.OVERLOADED;
        }
        return error.status() == 0 && !error.is("invalid_request_error")
                ? ProviderError.SERVER_ERROR
                : byStatus(error.status());
    }

    private static ProviderError byStatus(int status) {
        return switch (status) {
            case 401 -> ProviderError.BAD_KEY;
            case 402 -> ProviderError.QUOTA_EXHAUSTED;
            case 403 -> ProviderError.FORBIDDEN;
            case 404 -> ProviderError.UNKNOWN_MODEL;
            case 408 -> ProviderError.NO_ANSWER_IN_TIME;
            case 409, 498, 503, 529 -> ProviderError.OVERLOADED;
            case 413 -> ProviderError.REQUEST_TOO_LARGE;
            case 429 -> ProviderError.RATE_LIMITED;
            default -> status >= 500 ? ProviderError.SERVER_ERROR : ProviderError.BAD_REQUEST;
        };
    }
}
