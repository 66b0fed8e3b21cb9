package dev.gator.rag.ground;

/** What sources say about a claim. */
public enum Stance {
    /** At least one source says it, none says otherwise. */
    SUPPORTED,
    /** At least one source says otherwise, none says it. */
    CONTRADICTED,
    /** Some sources say it, others say otherwise. */
    MIXED,
    /** No source says anything about it. That does not make it false. */
    NOT_FOUND
}
