package dev.gator.rag.script;

import java.util.List;
import java.util.Optional;

/**
 * The examples for a brief, and what had to be given up to find some.
 *
 * @param found the examples, best first
 * @param note what was given up, in words; empty if they are of the same sector and language
 */
public record ExampleChoice(List<FoundExample> found, Optional<String> note) {

    /** Copies the list. */
    public ExampleChoice {
        found = List.copyOf(found);
    }
}
