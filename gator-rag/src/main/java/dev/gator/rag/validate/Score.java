package dev.gator.rag.validate;

import dev.gator.error.Require;
import java.util.List;
import java.util.Locale;

/**
 * One more score of a script, beside those that every card has.
 *
 * @param name what is measured, such as {@code voice}
 * @param value 0 to 100
 * @param reasons the words or facts that it comes from
 */
public record Score(String name, double value, List<String> reasons) {

    /** Checks the bounds and copies the list. */
    public Score {
        Require.length("name of a score", Require.text("name of a score", name), 2, 40);
        Require.range(name, value, 0.0, 100.0);
        reasons = List.copyOf(reasons);
    }

    /** Returns name, value and reasons in one line. */
    @Override
    public String toString() {
        String score = String.format(Locale.ROOT, "%s %.0f", name, value);
        return reasons.isEmpty() ? score : score + ": " + String.join(", ", reasons);
    }
}
