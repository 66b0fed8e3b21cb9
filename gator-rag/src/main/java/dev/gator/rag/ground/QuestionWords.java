package dev.gator.rag.ground;

import dev.gator.rag.document.Chunk;
import dev.gator.rag.retrieve.Candidate;
import dev.gator.rag.retrieve.Probe;
import dev.gator.rag.retrieve.Search;
import dev.gator.rag.retrieve.Stage;
import dev.gator.rag.retrieve.StageRun;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two steps of a search that has words only: ask for the words that mean something, and score by how many of them a piece
 * holds. "How many" and "do we" occur in no answer; without these steps their absence counts against the best of pieces.
 */
public final class QuestionWords {

    private static final double COVERAGE = 0.9;

    private QuestionWords() {}

    /** Looks for the words of the question that mean something, instead of all of them. */
    public static Stage ask() {
        return new Asking();
    }

    /**
     * Scores 0.9 x the share of those words that a piece, its title or its headings hold, in whatever form, + 0.1 x the score
     * of the search, and keeps so many.
     */
    public static Stage score(int keep) {
        return new Scoring(keep);
    }

    private record Asking() implements Stage {

        @Override
        public String name() {
            return "question words";
        }

        @Override
        public Search apply(Search search, StageRun run) {
            return search.withProbes(search.probes().stream().map(Asking::bare).toList());
        }

        private static Probe bare(Probe probe) {
            List<String> words = SentenceReader.forText(probe.text(), "").telling(probe.text());
            return words.isEmpty()
                    ? probe
                    : new Probe(
                            probe.aim(),
                            String.join(" ", words),
                            probe.how(),
                            probe.weight(),
                            probe.embedding().orElse(null));
        }
    }

    private record Scoring(int keep) implements Stage {

        @Override
        public String name() {
            return "words held";
        }

        @Override
        public Search apply(Search search, StageRun run) {
            SentenceReader reader = SentenceReader.forText(search.question(), "");
            Reading asked = reader.readQuestion(search.question());
            return search.withFound(search.found().stream()
                    .map(candidate -> candidate.withScore(score(candidate, asked, reader)))
                    .sorted(Comparator.comparingDouble(Candidate::score)
                            .reversed()
                            .thenComparing(Candidate::id))
                    .limit(keep)
                    .toList());
        }

        private static double score(Candidate candidate, Reading asked, SentenceReader reader) {
            Chunk chunk = candidate.evidence().chunk();
            Reading said =
                    reader.read(chunk.title().replaceAll("[._/-]", " ") + " " + chunk.path() + " " + chunk.text());
            Set<String> held = new HashSet<>(asked.terms());
            held.retainAll(said.terms());
            long figures = asked.figures().stream()
                    .filter(figure -> said.figures().stream().anyMatch(figure::isSaidBy))
                    .count();
            double coverage = asked.size() == 0 ? 0 : (held.size() + figures) / (double) asked.size();
            return Math.min(1, COVERAGE * coverage + (1 - COVERAGE) * candidate.score());
        }
    }
}
