package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.rag.document.Chunk;
import java.util.ArrayList;
import java.util.List;

/** Prefers credible sources: {@code score * ((1 - share) + share * credibility)}. */
record CredibleStage(SourceRating rating, double share) implements Stage {

    CredibleStage {
        Require.range("share of credibility", share, 0.0, 1.0);
    }

    @Override
    public String name() {
        return "credible";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<Candidate> rated = new ArrayList<>();
        for (Candidate candidate : search.found()) {
            SourceRating.Credibility credibility = rating.rate(Chunk.of(candidate.record()));
            run.note(candidate.id() + " " + credibility);
            rated.add(candidate.withScore(candidate.score() * (1 - share + share * credibility.score())));
        }
        return search.withFound(Bounds.best(rated, rated.size()));
    }
}
