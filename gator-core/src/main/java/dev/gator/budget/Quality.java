package dev.gator.budget;

/** How good an answer must be, and so how dear it may be. */
public enum Quality {
    /** Quick and cheap, to look at once. */
    DRAFT,
    /** The usual. */
    STANDARD,
    /** Worth waiting and paying for. */
    HIGH,
    /** The best there is. */
    PREMIUM
}
