package dev.gator.store;

/** Where a job in a queue stands. */
public enum JobStatus {
    /** It waits for a worker. */
    WAITING,
    /** A worker holds it. */
    RUNNING,
    /** It is done; its result never changes. */
    DONE,
    /** It failed for good. */
    FAILED,
    /** It was cancelled. */
    CANCELLED;

    /** Returns whether nothing will change any more. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
