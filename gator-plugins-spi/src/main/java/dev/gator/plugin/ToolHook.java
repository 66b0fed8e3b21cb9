package dev.gator.plugin;

import dev.gator.call.CallContext;
import dev.gator.chat.Part;

/** Looks at the call of a tool that a model wants, before permissions are checked. Implementations are thread-safe; the context's deadline is the end of the time box. */
@FunctionalInterface
public interface ToolHook {

    /** Decides about a call. */
    Verdict<Part.ToolCall> onToolCall(Part.ToolCall call, CallContext context);
}
