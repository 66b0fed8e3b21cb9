package dev.gator.orchestration.engine;

import dev.gator.error.GatorException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one of several tasks ended. */
public final class Done<T> {

    private final int index;
    private final @Nullable T value;
    private final @Nullable GatorException error;

    private Done(int index, @Nullable T value, @Nullable GatorException error) {
        this.index = index;
        this.value = value;
        this.error = error;
    }

    static <T> Done<T> well(int index, T value) {
        return new Done<>(index, value, null);
    }

    static <T> Done<T> failed(int index, GatorException error) {
        return new Done<>(index, null, error);
    }

    /** Returns the task's place in the list. */
    public int index() {
        return index;
    }

    /** Returns the result, if the task succeeded. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Returns the error, if the task failed. */
    public Optional<GatorException> error() {
        return Optional.ofNullable(error);
    }

    /** Returns the result or throws the error. */
    public T get() {
        if (value == null) {
            throw error == null ? new GatorException(OrchestrationError.DEFECT, "a task returned nothing") : error;
        }
        return value;
    }
}
