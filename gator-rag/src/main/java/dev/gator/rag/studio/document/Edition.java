package dev.gator.rag.studio.document;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.studio.document.Change.Action;
import dev.gator.store.StoreError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The next state of a document in the hands of a user at a moment. */
record Edition(ScriptDocument document, String user, Instant now) {

    private static final int VERSIONS = 100;
    private static final int COMMENTS = 500;
    private static final int CHANGES = 2_000;

    static Edition first(String title, Language language, ReelScript script, String id, String user, Instant now) {
        ScriptVersion version = new ScriptVersion(1, script, user, now, "");
        Change created = new Change(now, user, Action.CREATED, "version 1");
        return new Edition(
                new ScriptDocument(
                        id,
                        title,
                        language,
                        user,
                        DocumentState.DRAFT,
                        List.of(version),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        List.of(created),
                        0),
                user,
                now);
    }

    Edition revised(ReelScript script, String note) {
        if (document.state() == DocumentState.IN_REVIEW) {
            throw wrongState("is in review; withdraw it first");
        }
        int number = document.versions().size() + 1;
        requireRoom("versions", number, VERSIONS);
        ScriptVersion version = new ScriptVersion(number, script, user, now, note);
        return with(
                DocumentState.DRAFT,
                plus(document.versions(), version),
                document.comments(),
                Action.REVISED,
                "version " + number);
    }

    Edition commented(ReelField field, int from, int to, String text) {
        int length = document.script().text(field).length();
        if (from < 0 || to > length || from > to) {
            throw new GatorException(
                    StudioError.BAD_ANCHOR,
                    "characters " + from + " to " + to + " of the " + field.key() + ", which has " + length);
        }
        int number = document.comments().size() + 1;
        requireRoom("comments", number, COMMENTS);
        int version = document.newest().number();
        ScriptComment comment = new ScriptComment(number, user, now, version, field, from, to, text, false);
        return with(
                document.state(),
                document.versions(),
                plus(document.comments(), comment),
                Action.COMMENTED,
                "comment " + number);
    }

    Edition resolved(int number) {
        Require.that(
                number >= 1 && number <= document.comments().size(),
                "there is no comment " + number + " of " + document.comments().size());
        List<ScriptComment> comments = new ArrayList<>(document.comments());
        comments.set(number - 1, comments.get(number - 1).dealtWith());
        return with(document.state(), document.versions(), comments, Action.RESOLVED, "comment " + number);
    }

    Edition moved(DocumentState next, Action action, String detail) {
        if (!document.state().mayBecome(next) || (next == DocumentState.DRAFT && isDecided())) {
            throw wrongState("is " + document.state() + " and cannot become " + next);
        }
        return with(next, document.versions(), document.comments(), action, detail);
    }

    Edition shared(String with, Access access) {
        Map<String, Access> shares = new TreeMap<>(document.shares());
        shares.put(with, access);
        return withShares(shares, document.everybody(), Action.SHARED, with + " " + access);
    }

    Edition sharedWithAll(Access access) {
        return withShares(document.shares(), Optional.of(access), Action.SHARED, "everybody " + access);
    }

    Edition unshared() {
        return withShares(Map.of(), Optional.empty(), Action.UNSHARED, "");
    }

    /** What was decided becomes a draft by a new version only. */
    private boolean isDecided() {
        return document.state() != DocumentState.IN_REVIEW;
    }

    private Edition with(
            DocumentState state,
            List<ScriptVersion> versions,
            List<ScriptComment> comments,
            Action action,
            String detail) {
        return next(state, versions, comments, document.shares(), document.everybody(), history(action, detail));
    }

    private Edition withShares(Map<String, Access> shares, Optional<Access> all, Action action, String detail) {
        return next(document.state(), document.versions(), document.comments(), shares, all, history(action, detail));
    }

    private Edition next(
            DocumentState state,
            List<ScriptVersion> versions,
            List<ScriptComment> comments,
            Map<String, Access> shares,
            Optional<Access> everybody,
            List<Change> history) {
        ScriptDocument next = new ScriptDocument(
                document.id(),
                document.title(),
                document.language(),
                document.author(),
                state,
                versions,
                comments,
                shares,
                everybody,
                history,
                document.revision());
        return new Edition(next, user, now);
    }

    private List<Change> history(Action action, String detail) {
        requireRoom("changes", document.history().size() + 1, CHANGES);
        return plus(document.history(), new Change(now, user, action, detail));
    }

    private GatorException wrongState(String complaint) {
        return new GatorException(StoreError.WRONG_STATE, "document " + document.id() + " " + complaint);
    }

    private void requireRoom(String what, int count, int most) {
        if (count > most) {
            throw new GatorException(
                    StudioError.FULL, "document " + document.id() + " has " + most + " " + what + " already");
        }
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> copy = new ArrayList<>(list);
        copy.add(one);
        return copy;
    }
}
