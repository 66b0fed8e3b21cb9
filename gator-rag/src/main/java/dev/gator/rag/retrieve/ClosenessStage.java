package dev.gator.rag.retrieve;

import java.util.ArrayList;
import java.util.List;

/** Raises candidates in which words that are neighbours in the question are near each other. */
record ClosenessStage(int keep) implements Stage {

    private static final double WEIGHT = 1.2;

    @Override
    public String name() {
        return "closeness";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<List<String>> texts =
                search.found().stream().map(it -> Terms.of(it.text())).toList();
        PairMatch pairs = PairMatch.of(Terms.of(search.question()), texts);
        List<Candidate> raised = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            run.context().check();
            Candidate candidate = search.found().get(i);
            raised.add(candidate.withScore(Odds.raise(candidate.score(), WEIGHT * pairs.share(texts.get(i)))));
        }
        return search.withFound(Bounds.best(raised, keep));
    }
}
