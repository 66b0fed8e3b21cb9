package dev.gator.plugin;

import dev.gator.error.Require;

/**
 * What a hook decides.
 *
 * @param <T> what it decides about
 */
public sealed interface Verdict<T> {

    /** Lets it pass as it is. */
    static <T> Verdict<T> pass() {
        return new Pass<>();
    }

    /** Lets something else pass in its place. */
    static <T> Verdict<T> replace(T value, String reason) {
        return new Replace<>(value, reason);
    }

    /** Stops it. */
    static <T> Verdict<T> veto(String reason) {
        return new Veto<>(reason);
    }

    /**
     * It passes as it is.
     *
     * @param <T> what was decided about
     */
    record Pass<T>() implements Verdict<T> {}

    /**
     * Something else passes in its place.
     *
     * @param value what passes
     * @param reason why, for the trace
     * @param <T> what was decided about
     */
    record Replace<T>(T value, String reason) implements Verdict<T> {

        /** Checks that there is a reason. */
        public Replace {
            Require.text("reason of a replacement", reason);
        }
    }

    /**
     * It does not pass; the call ends with {@link PluginError#VETOED}.
     *
     * @param reason why, in words that the user may see
     * @param <T> what was decided about
     */
    record Veto<T>(String reason) implements Verdict<T> {

        /** Checks that there is a reason. */
        public Veto {
            Require.text("reason of a veto", reason);
        }
    }
}
