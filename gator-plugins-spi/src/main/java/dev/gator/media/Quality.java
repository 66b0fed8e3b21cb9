package dev.gator.media;

/** How much effort a result is worth; each model maps it to its own settings. */
public enum Quality {
    /** Quick and cheap, to see the idea. */
    DRAFT,
    /** Good enough to publish. */
    STANDARD,
    /** Better than usual, slower. */
    HIGH,
    /** The best the model can. */
    PREMIUM
}
