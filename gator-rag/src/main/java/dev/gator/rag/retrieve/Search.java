package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.store.Filter;
import java.util.List;

/**
 * A search under way: what is asked, what is looked for and what was found so far. Stages turn one into the next.
 *
 * @param question what was asked
 * @param probes what is looked for; at first the question itself
 * @param filter which records count
 * @param found what was found, best first
 */
public record Search(String question, List<Probe> probes, Filter filter, List<Candidate> found) {

    /** Copies the lists. */
    public Search {
        Require.text("question", question);
        probes = Require.notEmpty("probes", probes);
        found = List.copyOf(found);
    }

    /** Returns the beginning of a search. */
    public static Search of(String question, Filter filter) {
        return new Search(question, List.of(Probe.of(question)), filter, List.of());
    }

    /** Returns a copy that looks for this instead. */
    public Search withProbes(List<Probe> other) {
        return new Search(question, other, filter, found);
    }

    /** Returns a copy in which other records count. */
    public Search withFilter(Filter other) {
        return new Search(question, probes, other, found);
    }

    /** Returns a copy with other candidates. */
    public Search withFound(List<Candidate> other) {
        return new Search(question, probes, filter, other);
    }
}
