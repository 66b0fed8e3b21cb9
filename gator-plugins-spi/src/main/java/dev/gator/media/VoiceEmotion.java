package dev.gator.media;

/** How a voice feels. */
public enum VoiceEmotion {
    /** Without a particular feeling. */
    NEUTRAL,
    /** Happy. */
    HAPPY,
    /** Sad. */
    SAD,
    /** Excited. */
    EXCITED,
    /** Calm. */
    CALM,
    /** Angry. */
    ANGRY
}
