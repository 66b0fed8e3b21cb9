package dev.gator.orchestration.route;

import dev.gator.error.Require;
import java.util.Locale;

/**
 * What a classifier found out about a request.
 *
 * @param kind what it is about
 * @param confidence how sure that is, 0 to 1
 * @param complexity how hard it is to answer, 0 to 1
 * @param tokens how long the request is, estimated
 */
public record QueryProfile(QueryKind kind, double confidence, double complexity, int tokens) {

    /** Checks the shares. */
    public QueryProfile {
        Require.range("confidence", confidence, 0, 1);
        Require.range("complexity", complexity, 0, 1);
    }

    /** Returns a readable form, such as {@code maths (0.92)}. */
    @Override
    public String toString() {
        return kind + String.format(Locale.ROOT, " (%.2f)", confidence);
    }
}
