package dev.gator.tool;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import java.util.function.BiFunction;

record RecordTool<I, O>(ToolSpec spec, Class<I> input, BiFunction<? super I, CallContext, ? extends O> work)
        implements Tool {

    @Override
    public Json call(Json arguments, CallContext context) {
        O result = work.apply(typed(arguments), context);
        return result instanceof Json json ? json : JsonBinding.write(result);
    }

    private I typed(Json arguments) {
        try {
            return JsonBinding.read(arguments, input);
        } catch (GatorException e) {
            throw new GatorException(ToolError.BAD_ARGUMENTS, "tool " + spec.name() + ": " + e.detail(), e);
        }
    }
}
