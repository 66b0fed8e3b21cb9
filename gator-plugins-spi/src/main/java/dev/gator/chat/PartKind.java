package dev.gator.chat;

/** What a streamed part will be. */
public enum PartKind {
    /** Words. */
    TEXT,
    /** Thoughts. */
    REASONING,
    /** A tool call. */
    TOOL_CALL,
    /** Sound. */
    AUDIO
}
