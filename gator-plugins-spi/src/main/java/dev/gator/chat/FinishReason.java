package dev.gator.chat;

/** Why the model stopped. */
public enum FinishReason {
    /** It had said everything, or met a stop sequence. */
    STOP,
    /** It reached the token limit. */
    LENGTH,
    /** It wants tools called. */
    TOOL_CALLS,
    /** The provider withheld the rest. */
    CONTENT_FILTER,
    /** Something else that the provider did not name in known terms. */
    OTHER
}
