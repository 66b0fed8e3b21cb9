package dev.gator.rag.studio.document;

import dev.gator.content.Language;
import dev.gator.error.Require;
import dev.gator.rag.script.ReelScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script with its past: all versions, comments and decisions. A value: {@link ScriptDocuments} changes what is kept and
 * returns the new state.
 *
 * @param id its name
 * @param title what people call it
 * @param language in which language
 * @param author the user who began it; empty where the application names none
 * @param state where it stands
 * @param versions all versions, oldest first
 * @param comments all comments, oldest first
 * @param shares what other users of the tenant may do
 * @param everybody what all users of the tenant may do, if anything
 * @param history who did what, oldest first
 * @param revision grows with each change; a change of an older state is refused
 */
public record ScriptDocument(
        String id,
        String title,
        Language language,
        String author,
        DocumentState state,
        List<ScriptVersion> versions,
        List<ScriptComment> comments,
        Map<String, Access> shares,
        Optional<Access> everybody,
        List<Change> history,
        long revision) {

    /** Checks the title and copies the lists. */
    public ScriptDocument {
        Require.length("title", Require.text("title", title), 1, 200);
        versions = Require.notEmpty("versions", versions);
        comments = List.copyOf(comments);
        shares = Map.copyOf(shares);
        history = List.copyOf(history);
    }

    /** Returns the newest version. */
    public ScriptVersion newest() {
        return versions.get(versions.size() - 1);
    }

    /** Returns the newest words. */
    public ReelScript script() {
        return newest().script();
    }

    /** Returns a version by its number. */
    public Optional<ScriptVersion> version(int number) {
        return number < 1 || number > versions.size() ? Optional.empty() : Optional.of(versions.get(number - 1));
    }

    /** Returns the version that was approved last, if one was and the document still stands by it. */
    public Optional<ScriptVersion> approved() {
        return state == DocumentState.APPROVED ? Optional.of(newest()) : Optional.empty();
    }

    /** Returns the words that a comment is about. */
    public String quote(ScriptComment comment) {
        return version(comment.version())
                .map(version -> version.script().text(comment.field()).substring(comment.from(), comment.to()))
                .orElse("");
    }

    /** Returns what changed from one version to another. */
    public List<FieldDiff> diff(int from, int to) {
        return FieldDiff.between(required(from).script(), required(to).script());
    }

    Optional<Access> accessOf(String user) {
        return Optional.ofNullable(shares.get(user)).or(() -> everybody);
    }

    ScriptDocument at(long newRevision) {
        return new ScriptDocument(
                id, title, language, author, state, versions, comments, shares, everybody, history, newRevision);
    }

    private ScriptVersion required(int number) {
        Optional<ScriptVersion> version = version(number);
        Require.that(version.isPresent(), "there is no version " + number + " of " + versions.size());
        return version.orElseThrow();
    }
}
