package dev.gator.orchestration.route;

import java.util.Locale;

/** What a question is about, as far as it matters for choosing a model. */
public enum QueryKind {
    /** Programs, errors, queries, configuration. */
    CODE,
    /** Proofs, equations, quantities. */
    MATHS,
    /** Stories, slogans, verse. */
    CREATIVE,
    /** Something to look at. */
    VISION,
    /** More text than most windows hold. */
    LONG_CONTEXT,
    /** Greetings and thanks. */
    SMALL_TALK,
    /** Everything else. */
    GENERAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
