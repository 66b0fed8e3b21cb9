package dev.gator.consent;

/** What the result is for. */
public enum Purpose {
    /** Selling something. */
    ADVERTISING,
    /** Amusing or telling a story. */
    ENTERTAINMENT,
    /** Giving a person back a voice, or making content reachable. */
    ACCESSIBILITY,
    /** Trying things out; nothing leaves the company. */
    INTERNAL_TEST
}
