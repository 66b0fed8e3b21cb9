package dev.gator.rag.studio.document;

import java.time.Instant;

/**
 * Who did what to a document, and when.
 *
 * @param at when
 * @param who the user; empty where the application names none
 * @param action what was done
 * @param detail to what: a version, a comment, a user, a reason
 */
public record Change(Instant at, String who, Action action, String detail) {

    /** What can be done. */
    public enum Action {
        /** The document began. */
        CREATED,
        /** A version was written. */
        REVISED,
        /** A comment was made. */
        COMMENTED,
        /** A comment was dealt with. */
        RESOLVED,
        /** A review was asked for. */
        SUBMITTED,
        /** A review was called off. */
        WITHDRAWN,
        /** It was approved. */
        APPROVED,
        /** It was rejected. */
        REJECTED,
        /** Somebody was let in. */
        SHARED,
        /** Somebody was shut out. */
        UNSHARED
    }

    /** Returns the change in one line. */
    @Override
    public String toString() {
        return at + " " + (who.isEmpty() ? "somebody" : who) + " " + action + (detail.isEmpty() ? "" : " " + detail);
    }
}
