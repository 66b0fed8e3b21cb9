package dev.gator.rag.studio.document;

import java.util.Set;

/** Where a document stands on its way to approval. */
public enum DocumentState {
    /** Being written. */
    DRAFT,
    /** Waiting for a reviewer; nobody changes the words meanwhile. */
    IN_REVIEW,
    /** May be used. */
    APPROVED,
    /** May not be used; a new version begins a new draft. */
    REJECTED;

    /** Returns whether a document in this state may go into that one. */
    public boolean mayBecome(DocumentState next) {
        return switch (this) {
            case DRAFT -> next == IN_REVIEW;
            case IN_REVIEW -> Set.of(DRAFT, APPROVED, REJECTED).contains(next);
            case APPROVED, REJECTED -> next == DRAFT;
        };
    }
}
