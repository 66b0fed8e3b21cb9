package dev.gator.rag.ground;

/** How far an answer rests on evidence. */
public enum Grounding {
    /** Every claim in it is supported by a source. */
    GROUNDED,
    /** Some claims are supported, others are flagged. */
    PARTLY_GROUNDED,
    /** There is no answer: the evidence is too thin, or nothing that was said is supported. */
    UNKNOWN
}
