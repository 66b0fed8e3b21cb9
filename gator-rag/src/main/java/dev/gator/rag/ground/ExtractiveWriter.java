package dev.gator.rag.ground;

import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers without a model: the sentences of the sources that answer best, in their own words. Says nothing rather than
 * something beside the question. Belongs to one answer.
 */
final class ExtractiveWriter {

    private static final double ENOUGH = 0.55;
    private static final double ABOVE = 0.7;
    private static final int FEW_WORDS = 2;
    private static final double NEAR_BEST = 0.6;
    private static final double REPEATED = 0.6;
    private static final int MOST = 3;
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 60;

    private final List<Source> sources;
    private final SentenceReader reader;
    private final Conflicts conflicts;
    private final Map<String, Double> weights = new HashMap<>();

    ExtractiveWriter(List<Source> sources, SentenceReader reader, Conflicts conflicts) {
        this.sources = sources;
        this.reader = reader;
        this.conflicts = conflicts;
    }

    /** A sentence that may be taken over. */
    private record Candidate(
            int source, int at, String text, String leader, Reading reading, double coverage, double score) {}

    /** Returns the answer with its marks, or nothing if no sentence answers. */
    Optional<String> write(String question) {
        Reading asked = reader.readQuestion(question);
        if (!isKnown(asked)) {
            return Optional.empty();
        }
        weigh();
        List<Candidate> ranked = candidates(question, asked);
        if (ranked.isEmpty() || ranked.get(0).coverage() < ENOUGH) {
            return Optional.empty();
        }
        List<Candidate> chosen = choose(ranked);
        StringBuilder answer = new StringBuilder();
        for (Candidate one : chosen) {
            if (!one.leader().isEmpty() && answer.indexOf(one.leader()) < 0) {
                append(answer, one.leader(), one.source());
            }
            append(answer, one.text(), one.source());
        }
        return Optional.of(answer.toString());
    }

    private static void append(StringBuilder answer, String sentence, int source) {
        answer.append(answer.length() == 0 ? "" : " ")
                .append(sentence)
                .append(" [")
                .append(source + 1)
                .append("]");
    }

    /** A name or figure of the question that no source holds means that the sources are about something else. */
    private boolean isKnown(Reading asked) {
        boolean names =
                asked.names().stream().allMatch(name -> sources.stream().anyMatch(source -> source.names(name)));
        boolean figures = asked.figures().stream().allMatch(figure -> sources.stream()
                .flatMap(source -> source.sentences().stream())
                .flatMap(said -> said.reading().figures().stream())
                .anyMatch(figure::isSaidBy));
        return names && figures && !asked.terms().isEmpty();
    }

    private void weigh() {
        Map<String, Integer> seen = new HashMap<>();
        int all = 0;
        for (Source source : sources) {
            for (Source.Said said : source.sentences()) {
                all++;
                said.reading().terms().forEach(term -> seen.merge(term, 1, Integer::sum));
            }
        }
        for (Map.Entry<String, Integer> entry : seen.entrySet()) {
            weights.put(entry.getKey(), Math.log(1 + all / (double) entry.getValue()));
        }
    }

    private double weight(String term) {
        return weights.getOrDefault(term, Math.log(2 + 10.0));
    }

    private List<Candidate> candidates(String question, Reading asked) {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            for (int at = 0; at < source.sentences().size(); at++) {
                candidate(question, asked, i, at).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return found;
    }

    private Optional<Candidate> candidate(String question, Reading asked, int index, int at) {
        Source source = sources.get(index);
        Source.Said said = source.sentences().get(at);
        String text = said.shown();
        if (!isFit(said, text)) {
            return Optional.empty();
        }
        Set<String> near = new HashSet<>(source.context());
        Optional<Source.Said> leader = pointsBack(text) ? leader(source, at) : Optional.empty();
        leader.ifPresent(before -> near.addAll(before.reading().terms()));
        double coverage = said.reading().terms().stream().anyMatch(asked.terms()::contains)
                ? coverage(asked, said.reading(), near)
                : 0; // what stands above or before it answers, not this
        double fit = expected(question, said.reading()) ? 0.15 : 0;
        double score = 0.65 * coverage + 0.2 * source.evidence().score() + fit;
        String before = leader.map(Source.Said::shown).orElse("");
        return Optional.of(new Candidate(index, at, text, before, said.reading(), coverage, score));
    }

    /** Returns the sentence that says who "it" is: the last one before it that does not point back itself. */
    private Optional<Source.Said> leader(Source source, int at) {
        for (int i = at - 1; i >= 0; i--) {
            Source.Said before = source.sentences().get(i);
            String text = before.shown();
            if (!pointsBack(text)) {
                return isFit(before, text) ? Optional.of(before) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isFit(Source.Said said, String text) {
        int words = Words.count(text);
        boolean heading = said.quote().text().startsWith("#") || text.endsWith(":");
        return words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && !heading
                && said.reading().isClaim()
                && !Discretion.speaksToAModel(text);
    }

    private boolean pointsBack(String text) {
        List<String> words = Words.folded(text);
        return !words.isEmpty() && reader.book().pointsBack(words.get(0));
    }

    /** Returns how much of the question's weight a sentence holds; what stands above or before it counts less. */
    private double coverage(Reading asked, Reading said, Set<String> near) {
        double all = 0;
        double held = 0;
        for (String term : asked.terms()) {
            double weight = weight(term);
            all += weight;
            if (said.terms().contains(term)) {
                held += weight;
            } else if (near.contains(term)) {
                held += ABOVE * weight;
            } else if (asked.terms().size() <= FEW_WORDS) {
                return 0; // whatever else was founded, it was not the office
            }
        }
        return all == 0 ? 0 : held / all;
    }

    private boolean expected(String question, Reading said) {
        Phrasebook book = reader.book();
        boolean numbers = said.figures().stream().anyMatch(figure -> !figure.date());
        boolean dates = said.figures().stream().anyMatch(Figure::date);
        return (book.asksForAmount(question) && numbers)
                || (book.asksForTime(question) && (dates || numbers))
                || (book.asksForPerson(question) && !said.names().isEmpty());
    }

    private List<Candidate> choose(List<Candidate> ranked) {
        List<Candidate> chosen = new ArrayList<>();
        double least = NEAR_BEST * ranked.get(0).score();
        for (Candidate one : ranked) {
            boolean wanted = one.score() >= least && one.coverage() >= ENOUGH;
            if (chosen.size() < MOST && wanted && chosen.stream().allMatch(other -> adds(one, other))) {
                chosen.add(one);
            }
        }
        Candidate best = chosen.get(0);
        chosen.sort(Comparator.comparing((Candidate one) -> one.source() != best.source())
                .thenComparingInt(Candidate::source)
                .thenComparingInt(Candidate::at));
        return chosen;
    }

    /** A sentence that repeats or contradicts what is already said belongs beside the answer, not into it. */
    private boolean adds(Candidate one, Candidate other) {
        boolean repeated = Words.overlap(one.reading().terms(), other.reading().terms()) >= REPEATED;
        return !repeated && conflicts.kind(one.reading(), other.reading()).isEmpty();
    }
}
