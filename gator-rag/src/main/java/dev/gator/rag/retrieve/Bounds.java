package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import java.util.Comparator;
import java.util.List;

/** How many candidates a stage keeps. */
final class Bounds {

    private static final int MOST = 10_000;
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed();

    private Bounds() {}

    static int keep(int candidates) {
        return Require.range("candidates to keep", candidates, 1, MOST);
    }

    /** Returns the best by score; equal ones keep their order. */
    static List<Candidate> best(List<Candidate> candidates, int keep) {
        return candidates.stream().sorted(BEST_FIRST).limit(keep).toList();
    }
}
