package dev.gator.rag.ground;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares what documents say about the same subject. Two sentences have the same subject if most of the shorter one's words
 * are in the other one, what one of them begins with is in the other, and neither names somebody whom the other does not.
 */
final class Conflicts {

    private static final double SAME_SUBJECT = 0.6;
    private static final int LEAST_SHARED = 2;
    private static final int MOST = 5;

    private final Opposition opposition;

    Conflicts(Opposition opposition) {
        this.opposition = opposition;
    }

    /** Returns what different documents disagree about, if at least one of the two sentences matters. */
    List<Contradiction> among(List<Source> sources, Predicate<Source.Said> matters) {
        List<Contradiction> found = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            for (Source other : sources.subList(i + 1, sources.size())) {
                if (!other.chunk().documentId().equals(sources.get(i).chunk().documentId())) {
                    compare(sources.get(i), other, matters, found);
                }
            }
        }
        return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : List.copyOf(found);
    }

    private void compare(Source left, Source right, Predicate<Source.Said> matters, List<Contradiction> found) {
        for (Source.Said one : left.sentences()) {
            for (Source.Said other : right.sentences()) {
                if (matters.test(one) || matters.test(other)) {
                    between(one, other).ifPresent(found::add);
                }
            }
        }
    }

    /** Returns what two sentences disagree about. */
    Optional<Contradiction> between(Source.Said left, Source.Said right) {
        return kind(left.reading(), right.reading())
                .map(found -> new Contradiction(found.kind(), left.quote(), right.quote(), found.why()));
    }

    /** What was found between two sentences, before it is known where they stand. */
    record Finding(Contradiction.Kind kind, String why) {}

    Optional<Finding> kind(Reading left, Reading right) {
        if (left.question() || right.question() || !sameSubject(left, right)) {
            return Optional.empty();
        }
        Optional<Finding> dates = figures(left, right, true);
        Optional<Finding> numbers = figures(left, right, false);
        if (numbers.isPresent()) {
            // different numbers for different dates are history, no contradiction
            return dates.isPresent() ? Optional.empty() : numbers;
        }
        if (dates.isPresent()) {
            return dates;
        }
        return opposition.between(left, right)
                ? Optional.of(new Finding(Contradiction.Kind.NEGATION, "one denies what the other says"))
                : Optional.empty();
    }

    private static Optional<Finding> figures(Reading left, Reading right, boolean dates) {
        List<Figure> mine =
                left.figures().stream().filter(one -> one.date() == dates).toList();
        List<Figure> others =
                right.figures().stream().filter(one -> one.date() == dates).toList();
        boolean alone = mine.size() == 1 && others.size() == 1;
        for (Figure one : mine) {
            for (Figure other : others) {
                boolean comparable = alone || one.follows(other);
                if (comparable && one.contradicts(other) && !isSaid(one, others) && !isSaid(other, mine)) {
                    Contradiction.Kind kind = dates ? Contradiction.Kind.DATE : Contradiction.Kind.NUMBER;
                    return Optional.of(new Finding(kind, one.shown() + " against " + other.shown()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(Figure figure, List<Figure> by) {
        return by.stream().anyMatch(other -> figure.isSaidBy(other) || other.isSaidBy(figure));
    }

    static boolean sameSubject(Reading left, Reading right) {
        Set<String> shared = new HashSet<>(left.terms());
        shared.retainAll(right.terms());
        int smaller = Math.min(left.terms().size(), right.terms().size());
        boolean enough = shared.size() >= LEAST_SHARED && shared.size() >= SAME_SUBJECT * smaller;
        return enough && (beginsIn(left, right) || beginsIn(right, left)) && !namesOthers(left, right);
    }

    private static boolean beginsIn(Reading left, Reading right) {
        return left.subject().filter(right.terms()::contains).isPresent();
    }

    private static boolean namesOthers(Reading left, Reading right) {
        Set<String> mine = new HashSet<>(left.names());
        mine.removeAll(right.terms());
        Set<String> others = new HashSet<>(right.names());
        others.removeAll(left.terms());
        return !mine.isEmpty() && !others.isEmpty();
    }
}
