package dev.gator.rag.studio.document;

import dev.gator.error.GatorException;
import java.util.Optional;

/** What a user may do with a document; each method refuses what the user may not. */
record Rights(ScriptDocument document, String user, Optional<Access> access) {

    static Rights of(ScriptDocument document, String user) {
        return new Rights(document, user, document.accessOf(user));
    }

    void own() {
        require(isAuthor(), "only the author may do this");
    }

    void edit() {
        require(isAuthor() || has(Access.EDIT), "the user may not edit it");
    }

    void comment() {
        require(isAuthor() || access.filter(Access::mayComment).isPresent(), "the user may not comment on it");
    }

    /** Two people look at what is approved, unless the team is one. */
    void review(boolean selfApproval) {
        require(isAuthor() || has(Access.REVIEW), "the user may not review it");
        boolean involved =
                document.newest().author().equals(user) || submitter().equals(user);
        require(selfApproval || !involved, "who wrote or submitted a version does not review it");
    }

    private boolean isAuthor() {
        return document.author().equals(user);
    }

    private boolean has(Access wanted) {
        return access.filter(wanted::equals).isPresent();
    }

    private String submitter() {
        return document.history().stream()
                .filter(change -> change.action() == Change.Action.SUBMITTED)
                .reduce((first, last) -> last)
                .map(Change::who)
                .orElse("");
    }

    private void require(boolean allowed, String complaint) {
        if (!allowed) {
            throw new GatorException(StudioError.NOT_ALLOWED, "document " + document.id() + ": " + complaint);
        }
    }
}
