package dev.gator.provider.openai;

import dev.gator.chat.FinishReason;

/** Reads why the model stopped. */
final class Finish {

    private Finish() {}

    static FinishReason of(String word) {
        return switch (word) {
            case "stop", "eos", "end_turn", "completed" -> FinishReason.STOP;
            case "length", "model_length", "max_tokens", "max_output_tokens" -> FinishReason.LENGTH;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
