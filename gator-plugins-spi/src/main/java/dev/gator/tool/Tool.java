package dev.gator.tool;

import dev.gator.call.CallContext;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A function that a model may call. Implementations are thread-safe: a model may call one tool several times at once.
 */
public interface Tool {

    /** Returns what the model is told about it. */
    ToolSpec spec();

    /**
     * Does the work.
     *
     * @param arguments the model's arguments, already valid against the schema of {@link #spec()}
     * @param context the call's deadline, cancellation and owner
     * @return what the model is told; text as it is, anything else as JSON
     */
    Json call(Json arguments, CallContext context);

    /**
     * Makes a tool from a function over records.
     *
     * @param input a record whose components are the parameters
     * @param work gets the record, returns anything that can be written as JSON: a record, a text, a number, a list
     */
    static <I, O> Tool of(String name, String description, Class<I> input, Function<? super I, ? extends O> work) {
        return of(name, description, input, (arguments, context) -> work.apply(arguments));
    }

    /** Makes a tool from a function over records that also wants the call's context. */
    static <I, O> Tool of(
            String name, String description, Class<I> input, BiFunction<? super I, CallContext, ? extends O> work) {
        return new RecordTool<>(ToolSpec.of(name, description, JsonSchema.of(input)), input, work);
    }

    /** Returns the same tool, marked as one that changes something. */
    default Tool changing() {
        return withSpec(spec().withEffect(ToolEffect.CHANGES));
    }

    /** Returns the same tool with another time limit. */
    default Tool within(Duration timeout) {
        return withSpec(spec().withTimeout(timeout));
    }

    private Tool withSpec(ToolSpec other) {
        return new RespecifiedTool(other, this);
    }
}
