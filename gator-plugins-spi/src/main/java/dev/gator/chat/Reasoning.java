package dev.gator.chat;

import dev.gator.error.Require;
import java.util.OptionalInt;

/**
 * How hard the model thinks before it answers.
 *
 * @param effort in words, for providers that take words
 * @param budgetTokens in tokens, for providers that take tokens; 0 lets the provider derive them from the effort
 */
public record Reasoning(Effort effort, int budgetTokens) {

    /** Effort in words. */
    public enum Effort {
        /** No thinking where that can be switched off. */
        NONE,
        /** A little. */
        LOW,
        /** The usual. */
        MEDIUM,
        /** A lot. */
        HIGH
    }

    /** Checks the budget. */
    public Reasoning {
        Require.range("reasoning tokens", budgetTokens, 0, 1_000_000);
    }

    /** Returns that effort. */
    public static Reasoning of(Effort effort) {
        return new Reasoning(effort, 0);
    }

    /** Returns thinking with a token budget. */
    public static Reasoning ofTokens(int tokens) {
        return new Reasoning(Effort.MEDIUM, Require.range("reasoning tokens", tokens, 1, 1_000_000));
    }

    /** Returns the budget in tokens, if one was set. */
    public OptionalInt tokens() {
        return budgetTokens == 0 ? OptionalInt.empty() : OptionalInt.of(budgetTokens);
    }
}
