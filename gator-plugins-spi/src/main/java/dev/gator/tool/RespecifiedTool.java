package dev.gator.tool;

import dev.gator.call.CallContext;
import dev.gator.json.Json;

record RespecifiedTool(ToolSpec spec, Tool tool) implements Tool {

    @Override
    public Json call(Json arguments, CallContext context) {
        return tool.call(arguments, context);
    }
}
