package dev.gator.rag.script;

/** The parts of a script. */
public enum ReelField {
    /** The first three seconds. */
    HOOK,
    /** What is said after it. */
    BODY,
    /** The call to action. */
    CTA,
    /** The text under the video. */
    CAPTION,
    /** The hashtags. */
    HASHTAGS;

    /** Returns the name as it stands in JSON. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
