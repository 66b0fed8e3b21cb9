package dev.gator.rag.reel;

import dev.gator.rag.script.ReelField;
import dev.gator.rag.validate.Finding;
import java.util.List;

/** What happens while a script is written. */
public sealed interface ReelEvent {

    /**
     * A part has grown.
     *
     * @param field which part
     * @param soFar its words so far
     */
    record Growing(ReelField field, String soFar) implements ReelEvent {}

    /**
     * A part is complete.
     *
     * @param field which part
     * @param values its text, or the hashtags
     */
    record Complete(ReelField field, List<String> values) implements ReelEvent {}

    /**
     * Something is wrong, or could be better.
     *
     * @param finding what
     */
    record Noticed(Finding finding) implements ReelEvent {}

    /**
     * The attempt is over; another begins if it was rejected and there is one left.
     *
     * @param attempt the attempt
     */
    record Attempted(Attempt attempt) implements ReelEvent {}
}
