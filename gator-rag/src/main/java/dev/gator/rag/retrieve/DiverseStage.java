package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses by maximal marginal relevance: again and again the candidate with the greatest {@code relevance * score - (1 -
 * relevance) * likeness} to the nearest one chosen before. The chosen keep their order, because the reader wants the best
 * first.
 */
record DiverseStage(double relevance, int keep) implements Stage {

    DiverseStage {
        Require.range("share of relevance", relevance, 0.0, 1.0);
    }

    @Override
    public String name() {
        return "diverse";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<Candidate> all = search.found();
        if (all.size() <= keep) {
            return search;
        }
        Set<Integer> chosen = choose(all);
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (chosen.contains(i)) {
                kept.add(all.get(i));
            }
        }
        return search.withFound(kept);
    }

    private Set<Integer> choose(List<Candidate> all) {
        Likeness likeness = new Likeness();
        double[] nearest = new double[all.size()];
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < keep) {
            int best = -1;
            for (int i = 0; i < all.size(); i++) {
                if (!chosen.contains(i) && (best < 0 || value(all, i, nearest) > value(all, best, nearest))) {
                    best = i;
                }
            }
            chosen.add(best);
            for (int i = 0; i < all.size(); i++) {
                nearest[i] = Math.max(nearest[i], likeness.between(all.get(best), all.get(i)));
            }
        }
        return chosen;
    }

    private double value(List<Candidate> all, int i, double[] nearest) {
        return relevance * all.get(i).score() - (1 - relevance) * nearest[i];
    }
}
