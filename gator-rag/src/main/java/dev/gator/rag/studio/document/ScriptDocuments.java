package dev.gator.rag.studio.document;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.studio.document.Change.Action;
import dev.gator.store.KeyValueStore;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Scripts as documents of a team, as one user sees them. Every change names the state that the user saw; if somebody else
 * was faster it is refused with {@link StoreError#CONFLICT} and nothing is lost. What a user may not see does not exist for
 * that user ({@link StoreError#NOT_FOUND}); what a user may see but not do is {@link StudioError#NOT_ALLOWED}.
 *
 * <p>As long-lived as the key-value store, which stays the caller's to close. Thread-safe.
 */
public final class ScriptDocuments {

    private final DocumentShelf shelf;
    private final TimeSource time;
    private final Owner who;
    private final boolean selfApproval;

    private ScriptDocuments(DocumentShelf shelf, TimeSource time, Owner who, boolean selfApproval) {
        this.shelf = shelf;
        this.time = time;
        this.who = who;
        this.selfApproval = selfApproval;
    }

    /** Returns the documents in a store, as the default owner sees them. */
    public static ScriptDocuments over(KeyValueStore store, TimeSource time) {
        return new ScriptDocuments(new DocumentShelf(store), time, Owner.DEFAULT, false);
    }

    /** Returns the same documents as another user sees them. */
    public ScriptDocuments as(Owner other) {
        return new ScriptDocuments(shelf, time, other, selfApproval);
    }

    /** Returns the same documents for a team of one: who wrote or submitted a version may also approve it. */
    public ScriptDocuments allowingSelfApproval() {
        return new ScriptDocuments(shelf, time, who, true);
    }

    /** Begins a document with its first version. */
    public ScriptDocument create(String title, Language language, ReelScript script) {
        Edition edition =
                Edition.first(title, language, script, UUID.randomUUID().toString(), user(), time.now());
        return shelf.write(who.tenant(), edition.document(), KeyValueStore.ABSENT);
    }

    /** Returns a document that this user may see. */
    public Optional<ScriptDocument> find(String id) {
        return shelf.find(who, id);
    }

    /** Lists the ids of the documents that this user began. */
    public Page<String> own(PageRequest page) {
        return shelf.own(who, page);
    }

    /** Lists the ids of the documents that others share with this user by name. */
    public Page<String> shared(PageRequest page) {
        return shelf.shared(who, page);
    }

    /** Lists the ids of the documents that are shared with the whole tenant. */
    public Page<String> sharedWithAll(PageRequest page) {
        return shelf.shared(Owner.tenant(who.tenant()), page);
    }

    /** Writes a version; the document is a draft again. Needs {@link Access#EDIT}; refused while it is in review. */
    public ScriptDocument revise(ScriptDocument seen, ReelScript script, String note) {
        return change(seen, Rights::edit, edition -> edition.revised(script, note));
    }

    /** Comments on characters of a part of the newest version. Needs more than {@link Access#READ}. */
    public ScriptDocument comment(ScriptDocument seen, ReelField field, int from, int to, String text) {
        return change(seen, Rights::comment, edition -> edition.commented(field, from, to, text));
    }

    /** Marks a comment as dealt with. Needs more than {@link Access#READ}. */
    public ScriptDocument resolve(ScriptDocument seen, int comment) {
        return change(seen, Rights::comment, edition -> edition.resolved(comment));
    }

    /** Asks for a review of the newest version. Needs {@link Access#EDIT}. */
    public ScriptDocument submit(ScriptDocument seen) {
        return change(seen, Rights::edit, edition -> edition.moved(DocumentState.IN_REVIEW, Action.SUBMITTED, ""));
    }

    /** Calls a review off. Needs {@link Access#EDIT}. */
    public ScriptDocument withdraw(ScriptDocument seen) {
        return change(seen, Rights::edit, edition -> edition.moved(DocumentState.DRAFT, Action.WITHDRAWN, ""));
    }

    /** Approves the version in review. Needs {@link Access#REVIEW}; who wrote or submitted it may not. */
    public ScriptDocument approve(ScriptDocument seen) {
        return change(seen, this::review, edition -> edition.moved(DocumentState.APPROVED, Action.APPROVED, ""));
    }

    /** Rejects the version in review, with a reason. Needs {@link Access#REVIEW}. */
    public ScriptDocument reject(ScriptDocument seen, String reason) {
        Require.length("reason", Require.text("reason", reason), 1, 500);
        return change(seen, this::review, edition -> edition.moved(DocumentState.REJECTED, Action.REJECTED, reason));
    }

    /** Lets another user of the tenant in. For the author only. */
    public ScriptDocument share(ScriptDocument seen, String user, Access access) {
        Owner.of(who.tenant(), user); // refuses what is no user id
        ScriptDocument changed = change(seen, Rights::own, edition -> edition.shared(user, access));
        shelf.show(who.tenant(), user, changed);
        return changed;
    }

    /** Lets all users of the tenant in. For the author only. */
    public ScriptDocument shareWithAll(ScriptDocument seen, Access access) {
        ScriptDocument changed = change(seen, Rights::own, edition -> edition.sharedWithAll(access));
        shelf.show(who.tenant(), "", changed);
        return changed;
    }

    /** Shuts out everybody but the author. For the author only. */
    public ScriptDocument unshare(ScriptDocument seen) {
        ScriptDocument changed = change(seen, Rights::own, Edition::unshared);
        seen.shares().keySet().forEach(user -> shelf.hide(who.tenant(), user, changed));
        shelf.hide(who.tenant(), "", changed);
        return changed;
    }

    /** Deletes a document with all its versions. For the author only. */
    public void delete(ScriptDocument seen) {
        ScriptDocument present = present(seen);
        Rights.of(present, user()).own();
        shelf.delete(who.tenant(), present);
    }

    private ScriptDocument change(ScriptDocument seen, Consumer<Rights> guard, UnaryOperator<Edition> change) {
        ScriptDocument present = present(seen);
        guard.accept(Rights.of(present, user()));
        Edition next = change.apply(new Edition(present, user(), time.now()));
        return shelf.write(who.tenant(), next.document(), present.revision());
    }

    /** Returns what is kept, never what the caller hands in: rights are judged by the former. */
    private ScriptDocument present(ScriptDocument seen) {
        ScriptDocument present = find(seen.id())
                .orElseThrow(() -> new GatorException(StoreError.NOT_FOUND, "this user has no document " + seen.id()));
        if (present.revision() != seen.revision()) {
            throw new GatorException(StoreError.CONFLICT, "the document " + seen.id() + " has been changed");
        }
        return present;
    }

    private void review(Rights rights) {
        rights.review(selfApproval);
    }

    private String user() {
        return who.user().orElse("");
    }
}
