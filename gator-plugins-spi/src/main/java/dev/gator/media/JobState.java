package dev.gator.media;

import dev.gator.error.GatorException;
import dev.gator.error.Require;

/**
 * Where a job stands.
 *
 * @param <T> what it makes
 */
public sealed interface JobState<T> {

    /** Returns whether nothing will change any more. */
    default boolean isFinal() {
        return true;
    }

    /** Returns how much is done, 0 to 1. */
    default double progress() {
        return 1;
    }

    /**
     * It waits for its turn.
     *
     * @param <T> what it makes
     */
    record Queued<T>() implements JobState<T> {
        @Override
        public boolean isFinal() {
            return false;
        }

        @Override
        public double progress() {
            return 0;
        }
    }

    /**
     * It is worked on.
     *
     * @param progress how much is done, 0 to 1
     * @param step what is done now, in a few words; may be empty
     * @param <T> what it makes
     */
    record Running<T>(double progress, String step) implements JobState<T> {

        /** Checks the share. */
        public Running {
            Require.range("progress", progress, 0.0, 1.0);
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }

    /**
     * It is there.
     *
     * @param result what was made
     * @param <T> what it makes
     */
    record Done<T>(T result) implements JobState<T> {}

    /**
     * It could not be made.
     *
     * @param error why
     * @param <T> what it makes
     */
    record Failed<T>(GatorException error) implements JobState<T> {}

    /**
     * Somebody cancelled it.
     *
     * @param <T> what it makes
     */
    record Cancelled<T>() implements JobState<T> {}
}
