package dev.gator.rag.retrieve;

import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;

/** Orders by a reranker: a cross-encoder, a service, or words. */
record RerankStage(Reranker reranker, double share, int keep) implements Stage {

    RerankStage {
        Require.range("share of the reranker", share, 0.0, 1.0);
    }

    @Override
    public String name() {
        return "rerank";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<Candidate> found =
                search.found().stream().filter(it -> !it.text().isBlank()).toList();
        if (found.isEmpty()) {
            return search;
        }
        RerankRequest request = RerankRequest.of(
                        search.question(), found.stream().map(Candidate::text).toList())
                .withContext(run.context());
        RerankReply reply = reranker.rerank(request);
        List<Candidate> ranked = new ArrayList<>();
        for (RerankReply.Ranked one : reply.ranked()) {
            Candidate candidate = found.get(one.index());
            double score = Math.max(0, Math.min(1, one.score()));
            ranked.add(candidate.withScore(share * score + (1 - share) * candidate.score()));
        }
        run.note("by " + reply.model());
        return search.withFound(Bounds.best(ranked, keep));
    }
}
