package dev.gator.media;

/** What a face shows. */
public enum FaceExpression {
    /** Nothing in particular. */
    NEUTRAL,
    /** Joy. */
    HAPPY,
    /** Sadness. */
    SAD,
    /** Anger. */
    ANGRY,
    /** Surprise. */
    SURPRISED,
    /** Calm. */
    CALM
}
