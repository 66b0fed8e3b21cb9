package dev.gator.rag.retrieve;

/** Keeps the first few. */
record TopStage(int keep) implements Stage {

    @Override
    public String name() {
        return "top";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Search apply(Search search, StageRun run) {
        return search.withFound(search.found().stream().limit(keep).toList());
    }
}
