package dev.gator.resilience;

/** Who goes first when calls queue. */
public enum Priority {
    /** A person waits for it. */
    HIGH,
    /** The usual. */
    NORMAL,
    /** Batches and side work; goes only while nobody else waits. */
    LOW
}
