package dev.gator.orchestration.engine;

import dev.gator.error.Require;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a judge looks at.
 *
 * @param criteria 1 to 12 of them
 */
public record Rubric(List<Criterion> criteria) {

    /** Checks the number. */
    public Rubric {
        criteria = Require.notEmpty("criteria of a rubric", criteria);
        Require.range("criteria of a rubric", criteria.size(), 1, 12);
    }

    /**
     * One question to every candidate.
     *
     * @param name a word, such as {@code correctness}
     * @param question what full marks mean
     * @param weight how much it counts against the others
     */
    public record Criterion(String name, String question, double weight) {
        /** Checks the words and the weight. */
        public Criterion {
            Require.text("criterion", name);
            Require.text("question of criterion " + name, question);
            Require.range("weight of criterion " + name, weight, 0.001, 1000);
        }
    }

    /** Returns a rubric of these criteria. */
    public static Rubric of(Criterion... criteria) {
        return new Rubric(List.of(criteria));
    }

    /** Returns a criterion of weight 1. */
    public static Criterion criterion(String name, String question) {
        return new Criterion(name, question, 1);
    }

    /** Returns the rubric for answers in general: correct, complete, clear. */
    public static Rubric standard() {
        return of(
                new Criterion("correctness", "every statement is true and follows from what is given", 3),
                new Criterion("completeness", "everything that was asked for is answered", 2),
                new Criterion("clarity", "a reader understands it at the first reading", 1));
    }

    /** Returns the rubric for arguments: evidence, logic, answering the other side. */
    public static Rubric argument() {
        return of(
                criterion("evidence", "claims rest on facts or examples that can be checked"),
                criterion("logic", "conclusions follow, without fallacies"),
                criterion("rebuttal", "the other side's best points are answered"));
    }

    double mean(List<Integer> points) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < criteria.size(); i++) {
            sum += criteria.get(i).weight() * points.get(i);
            weights += criteria.get(i).weight();
        }
        return sum / weights / Judge.FULL_MARKS;
    }

    String listed() {
        return criteria.stream().map(c -> "- " + c.name() + ": " + c.question()).collect(Collectors.joining("\n"));
    }
}
