package dev.gator.observe;

/** What a span of work is. */
public enum SpanKind {
    /** A turn of a conversation, from the user's message to the stored reply. */
    TURN,
    /** A strategy over several models: router, consensus, debate, chain. */
    STRATEGY,
    /** A protection around one call: retry, breaker, limiter, cache, budget, hedge. */
    GUARD,
    /** A chat call to one model. */
    CHAT,
    /** An embedding or reranking call. */
    EMBED,
    /** A tool that runs. */
    TOOL,
    /** Making an image, a voice, a video or music. */
    MEDIA,
    /** A stage of retrieval. */
    RETRIEVAL,
    /** A named step of anything else. */
    STEP
}
