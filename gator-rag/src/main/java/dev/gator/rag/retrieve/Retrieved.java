package dev.gator.rag.retrieve;

import java.util.List;

/**
 * What a search found, and how.
 *
 * @param evidence what was found, best first
 * @param trace what each stage did
 */
public record Retrieved(List<Evidence> evidence, RetrievalTrace trace) {

    /** Copies the list. */
    public Retrieved {
        evidence = List.copyOf(evidence);
    }
}
