package dev.gator.chat;

import dev.gator.error.Require;

/** Whether the model may, must or must not call tools. */
public sealed interface ToolChoice {

    /** Returns: the model decides. */
    static ToolChoice auto() {
        return Auto.INSTANCE;
    }

    /** Returns: no tool. */
    static ToolChoice none() {
        return new None();
    }

    /** Returns: some tool. */
    static ToolChoice required() {
        return new Required();
    }

    /** Returns: this tool. */
    static ToolChoice tool(String name) {
        return new Named(name);
    }

    /** The model decides. */
    record Auto() implements ToolChoice {
        private static final Auto INSTANCE = new Auto();
    }

    /** No tool may be called. */
    record None() implements ToolChoice {}

    /** Some tool must be called. */
    record Required() implements ToolChoice {}

    /**
     * One tool must be called.
     *
     * @param name which
     */
    record Named(String name) implements ToolChoice {
        /** Checks the name. */
        public Named {
            Require.text("tool name", name);
        }
    }
}
