package dev.gator.rag.script;

/** What a script should achieve. */
public enum Goal {
    /** People know the brand. */
    AWARENESS,
    /** People answer, save and share. */
    ENGAGEMENT,
    /** People buy, book or sign up. */
    CONVERSION
}
