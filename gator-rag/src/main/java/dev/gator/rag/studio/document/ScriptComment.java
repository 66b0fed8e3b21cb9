package dev.gator.rag.studio.document;

import dev.gator.error.Require;
import dev.gator.rag.script.ReelField;
import java.time.Instant;

/**
 * What somebody says about some words of a version.
 *
 * @param number the first of the document is 1
 * @param author who says it
 * @param at when
 * @param version about which version
 * @param field about which part
 * @param from the first character of the part
 * @param to the character after the last
 * @param text what is said
 * @param resolved whether it has been dealt with
 */
public record ScriptComment(
        int number,
        String author,
        Instant at,
        int version,
        ReelField field,
        int from,
        int to,
        String text,
        boolean resolved) {

    /** Checks the text and the order of the characters. */
    public ScriptComment {
        Require.length("comment", Require.text("comment", text), 1, 2_000);
        Require.that(from >= 0 && from <= to, "a comment on the characters " + from + " to " + to);
    }

    ScriptComment dealtWith() {
        return new ScriptComment(number, author, at, version, field, from, to, text, true);
    }
}
