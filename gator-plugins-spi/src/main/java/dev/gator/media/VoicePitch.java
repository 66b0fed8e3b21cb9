package dev.gator.media;

/** How high a voice speaks. */
public enum VoicePitch {
    /** Lower than usual. */
    LOW,
    /** As usual. */
    MEDIUM,
    /** Higher than usual. */
    HIGH
}
