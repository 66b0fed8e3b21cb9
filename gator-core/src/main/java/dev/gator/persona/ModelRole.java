package dev.gator.persona;

/** What a persona uses a model for. */
public enum ModelRole {
    /** To talk. */
    TEXT,
    /** For side work such as summaries, where a cheap model does. */
    SUMMARY,
    /** To make pictures. */
    IMAGE,
    /** To make films. */
    VIDEO,
    /** To speak. */
    VOICE
}
