package dev.gator.rag.learn.trend;

import dev.gator.error.Require;
import java.time.Instant;

/**
 * Something that people talk about.
 *
 * @param text the words, such as a headline
 * @param at when
 */
public record Mention(String text, Instant at) {

    /** Checks the length. */
    public Mention {
        Require.length("mention", Require.text("mention", text), 1, 4_000);
    }
}
