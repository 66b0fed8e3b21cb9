package dev.gator.tool;

import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;

/** What can go wrong around tools. Most of these are told to the model, which may correct itself. */
public enum ToolError implements ErrorCode {
    /** The model called a tool that was not offered. */
    UNKNOWN_TOOL("GATOR-TOL-001", "offer the tool in the request, or let the model correct itself"),
    /** The arguments are not JSON or do not fit the schema. */
    BAD_ARGUMENTS("GATOR-TOL-002", "let the model correct itself, or make the descriptions clearer"),
    /** The tool's code threw. */
    TOOL_FAILED("GATOR-TOL-003", "read the cause; the tool's own code failed"),
    /** The tool took longer than its time limit. */
    TOOL_TIMED_OUT("GATOR-TOL-004", "make the tool faster or give it more time with Tool.within"),
    /** The model kept calling tools without answering. */
    TOO_MANY_ROUNDS("GATOR-TOL-005", "raise the number of rounds or make the task smaller"),
    /** The application did not approve the call. */
    NOT_APPROVED("GATOR-TOL-006", "approve the call in the application's ToolApproval");

    private final String id;
    private final String remedy;

    ToolError(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ErrorCategory category() {
        return this == NOT_APPROVED ? ErrorCategory.PERMISSION : ErrorCategory.TOOL;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
