package dev.gator.rag.retrieve;

import java.util.ArrayList;
import java.util.List;

/** Raises candidates in which the question's words stand near each other: in one sentence, and as neighbours. */
record ClosenessStage(int keep) implements Stage {

    private static final double IN_ONE_SENTENCE = 0.1;
    private static final double USUAL = 0.2;
    private static final double AS_NEIGHBOURS = 0.05;

    @Override
    public String name() {
        return "closeness";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<String> texts = search.found().stream().map(Candidate::text).toList();
        WordShare words = WordShare.of(search.question(), texts);
        PairMatch pairs = PairMatch.of(search.question(), texts);
        Calibration calibration = run.corpus().calibration();
        List<Candidate> raised = new ArrayList<>();
        for (Candidate candidate : search.found()) {
            run.context().check();
            double together = SentenceStage.sentences(candidate.text()).stream()
                    .mapToDouble(words::share)
                    .max()
                    .orElse(0);
            double by = IN_ONE_SENTENCE * (together - USUAL) + AS_NEIGHBOURS * pairs.share(candidate.text());
            raised.add(candidate.withScore(calibration.raised(candidate.score(), by)));
        }
        return search.withFound(Bounds.best(raised, keep));
    }
}
