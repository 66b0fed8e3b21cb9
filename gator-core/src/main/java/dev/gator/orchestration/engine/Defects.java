package dev.gator.orchestration.engine;

import dev.gator.error.GatorException;

/** Turns what foreign code throws into the one exception that callers expect. */
final class Defects {

    private Defects() {}

    static GatorException asGator(RuntimeException e) {
        return e instanceof GatorException own
                ? own
                : new GatorException(
                        OrchestrationError.DEFECT, "unexpected " + e.getClass().getName(), e);
    }
}
