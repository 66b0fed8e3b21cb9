package dev.gator.rag.studio.document;

/** What somebody may do with a document that another user wrote. */
public enum Access {
    /** See it. */
    READ,
    /** See it and comment. */
    COMMENT,
    /** See it, comment, approve and reject. */
    REVIEW,
    /** See it, comment, write versions, submit and withdraw. */
    EDIT;

    boolean mayComment() {
        return this != READ;
    }
}
