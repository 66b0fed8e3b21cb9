package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks once with the question alone, takes the best for answers (pseudo-relevance feedback) and also looks for what they
 * have in common: the mean of their vectors or, where only words are searched, the words that set them apart from the others
 * that were found.
 */
final class FeedbackStage implements Stage {

    private static final int POOL = 100;
    private static final int EXAMPLES = 3;
    private static final int WORDS = 15;
    private static final double WEIGHT = 0.4;

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        List<Candidate> pool =
                new HybridStage(Fusion.best(), POOL).apply(search, run).found();
        if (pool.size() <= EXAMPLES) {
            run.note("found too little to learn from");
            return search;
        }
        Probe asked = search.probes().get(0);
        List<Candidate> examples = pool.subList(0, EXAMPLES);
        List<Probe> probes = new ArrayList<>(search.probes());
        Optional<Embedding> mean = run.corpus().embeddings().flatMap(model -> mean(examples));
        mean.ifPresent(meaning -> probes.add(asked.near(meaning, WEIGHT)));
        List<String> words = mean.isPresent() ? List.of() : TellingWords.of(examples, pool, search.question(), WORDS);
        if (!words.isEmpty()) {
            probes.add(asked.alternative(String.join(" ", words), Probe.How.WORDS, WEIGHT));
        }
        run.note((mean.isPresent() ? "moved towards " : "learned " + words.size() + " words from ") + EXAMPLES
                + " pieces");
        return search.withProbes(probes);
    }

    private static Optional<Embedding> mean(List<Candidate> examples) {
        List<Embedding> vectors = examples.stream()
                .map(Candidate::record)
                .flatMap(record -> record.embedding().stream())
                .toList();
        if (vectors.isEmpty()
                || vectors.stream().map(Embedding::dimensions).distinct().count() > 1) {
            return Optional.empty();
        }
        float[] sum = new float[vectors.get(0).dimensions()];
        for (Embedding vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector.get(i);
            }
        }
        return isZero(sum) ? Optional.empty() : Optional.of(Embedding.of(sum));
    }

    private static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
