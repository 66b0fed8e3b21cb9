package dev.gator.tck;

/** What a service can say on the wire. Not every service has everything; a dialect lists what its service has. */
public enum WireTrait {
    /** Requests carry a key. */
    KEY,
    /** The service gives tool calls an id of its own. */
    CALL_IDS,
    /** Usage tells the prompt tokens read from the cache. */
    CACHED_READ,
    /** Usage tells the prompt tokens written to the cache. */
    CACHED_WRITE,
    /** Usage tells the tokens spent on thinking. */
    REASONING_USAGE,
    /** The answer shows what the model thought. */
    REASONING_TEXT,
    /** Thoughts carry a signature that has to be sent back. */
    SIGNATURES,
    /** A picture may be named by its address. */
    IMAGE_LINKS,
    /** Embedding requests say what the vectors are for. */
    EMBEDDING_PURPOSE,
    /** Embedding requests say how many dimensions are wanted. */
    EMBEDDING_DIMENSIONS
}
