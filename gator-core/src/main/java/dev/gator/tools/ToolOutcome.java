package dev.gator.tools;

import dev.gator.chat.Part;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonString;
import dev.gator.tool.ToolError;
import org.jspecify.annotations.Nullable;

/** What became of one tool call: a result for the model, and the error behind it if it failed. */
record ToolOutcome(Part.ToolResult result, @Nullable ToolError reason) {

    private static final int MOST = 200_000;

    static ToolOutcome done(Part.ToolCall call, Json value) {
        String text = value instanceof JsonString string ? string.value() : value.toString();
        String bounded = text.length() <= MOST
                ? text
                : text.substring(0, MOST) + " [cut off: " + text.length() + " characters, " + MOST + " shown]";
        return new ToolOutcome(new Part.ToolResult(call.id(), call.name(), bounded, false), null);
    }

    static ToolOutcome failed(Part.ToolCall call, ToolError reason, String why) {
        return new ToolOutcome(new Part.ToolResult(call.id(), call.name(), why, true), reason);
    }

    boolean failed() {
        return result.error();
    }

    GatorException error(int rounds) {
        return new GatorException(
                reason == null ? ToolError.TOOL_FAILED : reason,
                "tool " + result.name() + ", after " + rounds + " rounds without success: " + result.content());
    }
}
