package dev.gator.rag.retrieve;

import java.util.ArrayList;
import java.util.List;

/** Drops what says almost the same words as something better. */
record DistinctStage(double same, int keep) implements Stage {

    @Override
    public String name() {
        return "distinct";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        Likeness likeness = new Likeness();
        List<Candidate> kept = new ArrayList<>();
        int twins = 0;
        for (Candidate candidate : search.found()) {
            boolean twin = kept.stream().anyMatch(better -> likeness.ofWords(better, candidate) >= same);
            twins += twin ? 1 : 0;
            if (!twin && kept.size() < keep) {
                kept.add(candidate);
            }
        }
        if (twins > 0) {
            run.note("dropped " + twins + " that repeat a better one");
        }
        return search.withFound(kept);
    }
}
