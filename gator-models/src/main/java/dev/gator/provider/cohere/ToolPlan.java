package dev.gator.provider.cohere;

/** The mark of a thought that is the model's plan for its tools: it goes back to another place than other thoughts. */
final class ToolPlan {

    static final String SIGNATURE = "tool_plan";

    private ToolPlan() {}
}
