package dev.gator.tool;

/** What a tool does to the world. */
public enum ToolEffect {
    /** It only looks. */
    READS,
    /** It changes something; it needs approval once untrusted text is part of the conversation. */
    CHANGES
}
