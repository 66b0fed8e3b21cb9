package dev.gator.rag.ground;

/** Whether a sentence of an answer is backed. */
public enum Support {
    /** A source says it. */
    SUPPORTED,
    /** It claims something that no source says. */
    UNSUPPORTED,
    /** It claims nothing, such as a question or a remark about the sources. */
    NO_CLAIM
}
