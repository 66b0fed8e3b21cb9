package dev.gator.rag.retrieve;

import dev.gator.error.Require;

/** Keeps what scores well enough. */
record ThresholdStage(double score) implements Stage {

    ThresholdStage {
        Require.range("least score", score, 0.0, 1.0);
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Search apply(Search search, StageRun run) {
        return search.withFound(
                search.found().stream().filter(it -> it.score() >= score).toList());
    }
}
