package dev.gator.rag.reel;

import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.validate.ReelReport;
import java.util.List;

/**
 * A script with its reasons. It may be invalid, if no attempt followed the rules; then it is the best of them.
 *
 * @param request what was asked
 * @param script the script
 * @param report findings and scores
 * @param examples what the writer saw and where it shows
 * @param attempts all tries
 * @param notes what could not be taken over from the brief
 */
public record ReelResult(
        ScriptRequest request,
        ReelScript script,
        ReelReport report,
        List<UsedExample> examples,
        List<Attempt> attempts,
        List<String> notes) {

    /** Copies the lists. */
    public ReelResult {
        examples = List.copyOf(examples);
        attempts = List.copyOf(attempts);
        notes = List.copyOf(notes);
    }
}
