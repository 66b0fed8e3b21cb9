package dev.gator.orchestration.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Grades candidates for one request. Implementations are thread-safe. */
@FunctionalInterface
public interface Scorer {

    /** Returns one grade for each candidate, in order. */
    List<Grade> grade(Run run, List<String> candidates);

    /** Returns a scorer that asks a function, which gives 0 to 1; values outside are cut. */
    static Scorer of(ToDoubleFunction<String> function) {
        return (run, candidates) -> candidates.stream()
                .map(text -> new Grade(Math.max(0, Math.min(1, function.applyAsDouble(text))), ""))
                .toList();
    }

    /** Returns the place of the best grade; the first of equals. */
    static int best(List<Grade> grades) {
        int best = 0;
        for (int i = 1; i < grades.size(); i++) {
            best = grades.get(i).score() > grades.get(best).score() ? i : best;
        }
        return best;
    }
}
