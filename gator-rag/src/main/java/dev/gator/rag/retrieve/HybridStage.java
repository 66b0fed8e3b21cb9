package dev.gator.rag.retrieve;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.VectorHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for every probe by words and by meaning and makes one ranking of it. */
final class HybridStage implements Stage {

    /** How deep each list is read before fusion; the tail decides who is found by both. */
    private static final int DEPTH = 100;

    private final Fusion fusion;
    private final int keep;

    HybridStage(Fusion fusion, int keep) {
        this.fusion = fusion;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Search apply(Search search, StageRun run) {
        Tally tally = new Tally(run.corpus().calibration(), fusion.meaning());
        int depth = Math.max(DEPTH, keep);
        boolean meaning = fusion.meaning() > 0;
        for (Probe probe : search.probes()) {
            if (probe.byWords() && fusion.meaning() < 1) {
                tally.addWords(probe, run.byWords(QuestionWords.of(probe.text()), search.filter(), depth));
            }
            if (probe.byMeaning() && meaning) {
                meaning = addMeaning(tally, probe, search, run, depth);
            }
        }
        List<Candidate> found =
                fusion instanceof Fusion.ReciprocalRank ranks ? tally.byRank(ranks.constant()) : tally.byScore();
        return search.withFound(
                merged(search.found(), found).stream().limit(keep).toList());
    }

    /** Returns whether meaning can be searched at all; words go on without it. */
    private static boolean addMeaning(Tally tally, Probe probe, Search search, StageRun run, int depth) {
        Optional<Embedding> vector;
        try {
            vector = run.meaningOf(probe);
        } catch (GatorException e) {
            Failures.rethrowUnlessBearable(e, run.context());
            run.note("words only, the embedding model failed with " + e.code().id());
            return false;
        }
        vector.ifPresent(meaning -> {
            List<VectorHit> hits = run.byMeaning(meaning, search.filter(), depth);
            tally.addMeaning(probe, meaning, hits);
        });
        return vector.isPresent();
    }

    private static List<Candidate> merged(List<Candidate> before, List<Candidate> found) {
        if (before.isEmpty()) {
            return found;
        }
        List<Candidate> all = new ArrayList<>(found);
        before.stream()
                .filter(old -> found.stream().noneMatch(it -> it.id().equals(old.id())))
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return all;
    }
}
