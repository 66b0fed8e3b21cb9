package dev.gator.rag.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ties the sentences of a draft to sources. A source that the writer named counts only if it says the sentence; a sentence
 * without a valid mark gets the source that says it, if there is one. Belongs to one answer and one thread.
 */
final class Verification {

    private static final double SAME = 0.85;
    private static final int MOST_CITATIONS = 3;

    private final List<Source> sources;
    private final SentenceReader reader;
    private final SupportCheck check;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Verification(List<Source> sources, SentenceReader reader, SupportCheck check) {
        this.sources = sources;
        this.reader = reader;
        this.check = check;
    }

    List<AnswerSentence> of(Draft draft) {
        List<TextSpan> spans = reader.sentences(draft.text());
        List<AnswerSentence> sentences = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int end = draft.text().length();
            TextSpan next = i + 1 < spans.size() ? spans.get(i + 1) : new TextSpan(end, end);
            sentences.add(sentence(draft, spans.get(i), draft.marksOf(spans.get(i), next)));
        }
        return sentences;
    }

    private AnswerSentence sentence(Draft draft, TextSpan span, List<Integer> marks) {
        String text = span.of(draft.text());
        Reading claim = reader.read(text);
        if (!claim.isClaim()) {
            return new AnswerSentence(text, span.start(), span.end(), Support.NO_CLAIM, List.of(), List.of());
        }
        List<String> remarks = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        Set<Source> used = new HashSet<>();
        for (int mark : marks) {
            marked(mark, text, claim, remarks).ifPresent(found -> {
                used.add(found.source());
                citations.add(citation(found, span, true));
            });
        }
        others(text, claim, used, citations.isEmpty()).forEach(found -> citations.add(citation(found, span, false)));
        Support support = citations.isEmpty() ? Support.UNSUPPORTED : Support.SUPPORTED;
        if (marks.isEmpty() && citations.isEmpty()) {
            remarks.add("no source says this");
        }
        return new AnswerSentence(text, span.start(), span.end(), support, citations, remarks);
    }

    private record Found(Source source, Match match) {}

    private Optional<Found> marked(int mark, String text, Reading claim, List<String> remarks) {
        if (mark < 1 || mark > sources.size()) {
            remarks.add("[" + mark + "] names no source");
            return Optional.empty();
        }
        Source source = sources.get(mark - 1);
        Optional<Match> match = check.best(text, claim, source);
        if (match.filter(Match::support).isEmpty()) {
            String why = match.map(Match::objection).orElse("it is empty");
            remarks.add("[" + mark + "] does not say this: " + why);
            return Optional.empty();
        }
        return match.map(found -> new Found(source, found));
    }

    /** Finds sources that were not named: any that says the sentence if {@code needed}, else only what says all of it. */
    private List<Found> others(String text, Reading claim, Set<Source> used, boolean needed) {
        List<Found> found = new ArrayList<>();
        for (Source source : sources) {
            if (!used.contains(source)) {
                check.best(text, claim, source)
                        .filter(Match::support)
                        .ifPresent(match -> found.add(new Found(source, match)));
            }
        }
        found.sort(Comparator.comparingDouble((Found one) -> one.match().score())
                .reversed()
                .thenComparing(one -> sources.indexOf(one.source())));
        Set<String> documents = new HashSet<>();
        used.forEach(source -> documents.add(source.chunk().documentId()));
        List<Found> kept = new ArrayList<>();
        for (Found one : found) {
            boolean first = needed && kept.isEmpty();
            boolean more = one.match().score() >= SAME && used.size() + kept.size() < MOST_CITATIONS;
            if ((first || more) && documents.add(one.source().chunk().documentId())) {
                kept.add(one);
            }
        }
        return kept;
    }

    private Citation citation(Found found, TextSpan span, boolean marked) {
        int number = numbers.computeIfAbsent(found.source().chunk().id(), id -> numbers.size() + 1);
        double support = Math.min(1, found.match().score());
        return new Citation(number, span.start(), span.end(), found.match().quote(), support, marked);
    }
}
