package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads candidates sentence by sentence: a long piece whose vector says little may hold the one sentence that answers. The
 * best sentence's cosine raises or lowers the score by how far it differs from that of the whole.
 */
record SentenceStage(int keep) implements Stage {

    private static final double WEIGHT = 0.25;
    private static final int SHORTEST = 20;

    @Override
    public String name() {
        return "sentences";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        Optional<EmbeddingModel> model = run.corpus().embeddings();
        Optional<Embedding> question = run.meaningOf(Probe.of(search.question()));
        if (model.isEmpty() || question.isEmpty()) {
            run.note("left out: the corpus is searched by words only");
            return search;
        }
        List<List<String>> sentences =
                search.found().stream().map(it -> sentences(it.text())).toList();
        List<Embedding> meanings = embed(model.get(), sentences, run);
        List<Candidate> raised = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < sentences.size(); i++) {
            int end = at + sentences.get(i).size();
            raised.add(raise(
                    search.found().get(i),
                    question.get(),
                    meanings.subList(at, end),
                    run.corpus().calibration()));
            at = end;
        }
        return search.withFound(Bounds.best(raised, keep));
    }

    private static List<Embedding> embed(EmbeddingModel model, List<List<String>> sentences, StageRun run) {
        List<String> all = sentences.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        run.note("read " + all.size() + " sentences");
        return model.embed(EmbeddingRequest.of(all).withContext(run.context())).embeddings();
    }

    private static Candidate raise(
            Candidate candidate, Embedding question, List<Embedding> sentences, Calibration calibration) {
        Optional<Embedding> whole = candidate.record().embedding();
        if (whole.isEmpty() || sentences.isEmpty()) {
            return candidate;
        }
        double best = sentences.stream().mapToDouble(question::cosine).max().orElse(0);
        double gain = best - question.cosine(whole.get());
        return candidate.withScore(calibration.raised(candidate.score(), WEIGHT * gain));
    }

    /** Returns the sentences; a very short one belongs to the one before it. */
    static List<String> sentences(String text) {
        List<String> all = new ArrayList<>();
        for (String sentence : Words.sentences(text)) {
            if (all.isEmpty() || sentence.length() >= SHORTEST) {
                all.add(sentence);
            } else {
                all.set(all.size() - 1, all.get(all.size() - 1) + " " + sentence);
            }
        }
        return all;
    }
}
