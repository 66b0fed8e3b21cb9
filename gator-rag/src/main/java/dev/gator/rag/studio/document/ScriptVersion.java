package dev.gator.rag.studio.document;

import dev.gator.error.Require;
import dev.gator.rag.script.ReelScript;
import java.time.Instant;

/**
 * One state of the words; it never changes.
 *
 * @param number the first is 1
 * @param script the words
 * @param author who wrote it
 * @param at when
 * @param note why; may be empty
 */
public record ScriptVersion(int number, ReelScript script, String author, Instant at, String note) {

    /** Checks the number and the length of the note. */
    public ScriptVersion {
        Require.range("number of a version", number, 1, Integer.MAX_VALUE);
        Require.length("note", note, 0, 500);
    }
}
