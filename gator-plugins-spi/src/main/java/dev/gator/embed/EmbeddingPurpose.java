package dev.gator.embed;

/** What a vector is for; some models make different vectors for queries and for what they search. */
public enum EmbeddingPurpose {
    /** Something to be found. */
    DOCUMENT,
    /** Something that searches. */
    QUERY,
    /** Something to be compared with its like. */
    SIMILARITY,
    /** Something to be put into a class. */
    CLASSIFICATION,
    /** Something to be grouped. */
    CLUSTERING
}
