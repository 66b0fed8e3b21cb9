package dev.gator.provider.openai;

/** What a service does differently. */
enum Quirk {
    /** The limit of the answer is called {@code max_completion_tokens}. */
    MAX_COMPLETION_TOKENS,
    /** Streams report no usage, or fail when asked to. */
    NO_STREAM_USAGE,
    /** Top-k sampling is understood. */
    TOP_K,
    /** The seed is called {@code random_seed}. */
    RANDOM_SEED,
    /** Thinking is set by {@code reasoning: {effort, max_tokens}}. */
    REASONING_OBJECT,
    /** There is a responses API. */
    RESPONSES,
    /** Models are deployments and stand in the path. */
    AZURE_PATHS,
    /** Vectors can be asked for as base64. */
    BASE64_VECTORS
}
