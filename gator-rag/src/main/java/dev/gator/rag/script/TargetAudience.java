package dev.gator.rag.script;

import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who should watch.
 *
 * @param minAge the youngest
 * @param maxAge the oldest
 * @param gender who, in the brand's words; {@code all} if it does not matter
 * @param location where; empty if it does not matter
 * @param painPoints what troubles them, as short phrases
 */
public record TargetAudience(int minAge, int maxAge, String gender, String location, List<String> painPoints) {

    /** Everybody grown up. */
    public static final TargetAudience EVERYBODY = new TargetAudience(18, 65, "all", "", List.of());

    /** Checks ages and lengths. */
    public TargetAudience {
        Require.range("youngest age", minAge, 13, 120);
        Require.range("oldest age", maxAge, minAge, 120);
        Require.length("gender", gender, 1, 40);
        Require.length("location", location, 0, 80);
        painPoints = List.copyOf(painPoints);
        painPoints.forEach(point -> Require.length("pain point", Require.text("pain point", point), 2, 120));
    }

    /** Returns the same audience of other ages. */
    public TargetAudience ages(int from, int to) {
        return new TargetAudience(from, to, gender, location, painPoints);
    }

    /** Returns the same audience in a place. */
    public TargetAudience in(String place) {
        return new TargetAudience(minAge, maxAge, gender, place, painPoints);
    }

    /** Returns the same audience of a gender. */
    public TargetAudience gender(String which) {
        return new TargetAudience(minAge, maxAge, which, location, painPoints);
    }

    /** Returns the same audience with one more trouble. */
    public TargetAudience painPoint(String trouble) {
        List<String> all = new ArrayList<>(painPoints);
        all.add(trouble);
        return new TargetAudience(minAge, maxAge, gender, location, all);
    }

    /** Returns the same audience with its troubles in other words. */
    TargetAudience rephrased(UnaryOperator<String> change) {
        return new TargetAudience(
                minAge,
                maxAge,
                gender,
                location,
                painPoints.stream().map(change).toList());
    }
}
