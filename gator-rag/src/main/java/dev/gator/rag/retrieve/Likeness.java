package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How alike candidates are. Remembers their terms; for one stage of one search. */
final class Likeness {

    private static final int RUN_OF_TERMS = 3;

    private final IdentityHashMap<Candidate, Set<List<String>>> runs = new IdentityHashMap<>();

    /** Returns the likeness of meanings where both are known, else the share of runs of words that both have; 0 to 1. */
    double between(Candidate left, Candidate right) {
        Optional<Embedding> one = left.record().embedding();
        Optional<Embedding> other = right.record().embedding();
        if (one.isPresent()
                && other.isPresent()
                && one.get().dimensions() == other.get().dimensions()) {
            return Math.max(0, Math.min(1, one.get().cosine(other.get())));
        }
        return ofWords(left, right);
    }

    /** Returns the share of runs of words that the shorter one has in common with the other, 0 to 1. */
    double ofWords(Candidate left, Candidate right) {
        Set<List<String>> one = runs(left);
        Set<List<String>> other = runs(right);
        int smaller = Math.min(one.size(), other.size());
        return smaller == 0 ? 0 : one.stream().filter(other::contains).count() / (double) smaller;
    }

    private Set<List<String>> runs(Candidate candidate) {
        return runs.computeIfAbsent(candidate, it -> {
            List<String> terms = Terms.of(it.text());
            int length = Math.min(RUN_OF_TERMS, terms.size());
            Set<List<String>> all = new HashSet<>();
            for (int i = 0; length > 0 && i + length <= terms.size(); i++) {
                all.add(new ArrayList<>(terms.subList(i, i + length)));
            }
            return all;
        });
    }
}
