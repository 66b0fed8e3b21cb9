package dev.gator.rag.batch;

import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.validate.Finding;
import java.util.List;

/**
 * What came of an item.
 *
 * @param key the item
 * @param script the best script that was made
 * @param valid whether it follows all rules
 * @param score the overall score, 0 to 100
 * @param findings errors and warnings, in words
 * @param examples the ids of the examples that the writer saw
 * @param notes what could not be taken over from the brief
 */
public record BatchResult(
        String key,
        ReelScript script,
        boolean valid,
        double score,
        List<String> findings,
        List<String> examples,
        List<String> notes) {

    /** Copies the lists. */
    public BatchResult {
        findings = List.copyOf(findings);
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    static BatchResult of(String key, ReelResult made) {
        return new BatchResult(
                key,
                made.script(),
                made.report().isValid(),
                made.report().card().overall(),
                made.report().findings().stream().map(Finding::toString).toList(),
                made.examples().stream().map(used -> used.found().id()).toList(),
                made.notes());
    }
}
