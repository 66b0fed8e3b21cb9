package dev.gator.rag.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a source says what a sentence claims: enough of the sentence's words stand together in the source, what it
 * is about, every figure and every name occur, and nothing is denied in one of them only. Immutable.
 */
final class SupportCheck {

    /** How much of a sentence's words and figures a source must hold. */
    static final double ENOUGH = 0.6;

    /** How alike two sentences must be for a model of meaning if fewer words are shared. */
    static final double ALIKE = 0.75;

    // "the tunnel was opened" and "the bridge was opened" are quite alike
    private static final double NEARLY_EQUAL = 0.82;

    private static final double LEAST_WORDS = 0.25;
    private static final int WINDOW = 3;
    private static final double PER_MORE_SENTENCE = 0.02;

    private final Opposition opposition;
    private final Likeness likeness;

    /** Creates a check; {@code likeness} recognises a claim in other words. */
    SupportCheck(Opposition opposition, Likeness likeness) {
        this.opposition = opposition;
        this.likeness = likeness;
    }

    /** Returns the best place in the source; empty if the source has no sentences. */
    Optional<Match> best(String sentence, Reading claim, Source source) {
        List<Match> all = new ArrayList<>();
        List<Source.Said> sentences = source.sentences();
        for (int from = 0; from < sentences.size(); from++) {
            for (int to = from + 1; to <= Math.min(sentences.size(), from + WINDOW); to++) {
                all.add(match(claim, sentences.subList(from, to), source));
            }
        }
        return all.stream()
                .max(Comparator.comparing(Match::support)
                        .thenComparingDouble(match -> match.score() - PER_MORE_SENTENCE * match.sentences()))
                .map(match -> withMeaning(sentence, match));
    }

    private Match withMeaning(String sentence, Match match) {
        if (!match.isOnlyWords() || match.score() < LEAST_WORDS) {
            return match;
        }
        double alike = likeness.between(sentence, match.quote().text());
        return alike >= (match.subject() ? ALIKE : NEARLY_EQUAL) ? match.meantAlike(Math.min(1, alike)) : match;
    }

    private Match match(Reading claim, List<Source.Said> window, Source source) {
        Set<String> here = new HashSet<>();
        List<Figure> figures = new ArrayList<>();
        window.forEach(said -> {
            here.addAll(said.reading().terms());
            figures.addAll(said.reading().figures());
        });
        long said = claim.terms().stream().filter(here::contains).count();
        long above = claim.terms().stream()
                .filter(term -> !here.contains(term) && source.context().contains(term))
                .count();
        long counted = claim.figures().stream()
                .filter(figure -> figures.stream().anyMatch(figure::isSaidBy))
                .count();
        // what only a heading says may complete a match, never make one
        double score = claim.size() == 0 ? 0 : (said + Math.min(above, said) + counted) / (double) claim.size();
        String missing = missing(claim, figures, source);
        boolean denied = window.stream().anyMatch(one -> opposition.between(claim, one.reading()));
        boolean subject = claim.subject().map(source::names).orElse(true);
        boolean support = score >= ENOUGH && missing.isEmpty() && subject && !denied;
        return new Match(quote(window), window.size(), score, missing, subject, denied && score >= ENOUGH, support);
    }

    private static String missing(Reading claim, List<Figure> figures, Source source) {
        Optional<String> figure = claim.figures().stream()
                .filter(each -> figures.stream().noneMatch(each::isSaidBy))
                .map(Figure::shown)
                .findFirst();
        return figure.or(() -> claim.names().stream()
                        .filter(name -> !source.names(name))
                        .findFirst())
                .orElse("");
    }

    private static Quote quote(List<Source.Said> window) {
        Quote first = window.get(0).quote();
        return new Quote(
                first.chunk(),
                first.start(),
                window.get(window.size() - 1).quote().end());
    }
}
