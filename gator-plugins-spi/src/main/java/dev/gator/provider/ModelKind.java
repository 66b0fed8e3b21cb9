package dev.gator.provider;

/** Kinds of model that a provider may make. */
public enum ModelKind {
    /** Answers. */
    CHAT,
    /** Turns texts into vectors. */
    EMBEDDING,
    /** Orders texts by a query. */
    RERANK,
    /** Makes pictures. */
    IMAGE,
    /** Speaks. */
    SPEECH,
    /** Writes down what is spoken. */
    TRANSCRIPTION,
    /** Makes films. */
    VIDEO,
    /** Makes music. */
    MUSIC
}
