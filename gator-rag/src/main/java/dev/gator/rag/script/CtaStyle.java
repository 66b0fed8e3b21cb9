package dev.gator.rag.script;

/** How a script asks for the next step. */
public enum CtaStyle {
    /** Says plainly what to do. */
    DIRECT,
    /** Invites. */
    SOFT,
    /** Asks. */
    QUESTION,
    /** Orders, in few words. */
    COMMAND
}
