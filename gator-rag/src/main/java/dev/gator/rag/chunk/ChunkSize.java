package dev.gator.rag.chunk;

import dev.gator.chat.TokenCounter;
import dev.gator.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * How long pieces are.
 *
 * @param most the most characters or tokens of a piece
 * @param overlap how much of the end of a piece the next one repeats at most, in whole sentences; 0 for nothing
 * @param counter counts tokens, or null to count characters
 */
public record ChunkSize(int most, int overlap, @Nullable TokenCounter counter) {

    /**
     * 250 tokens by estimate with an overlap of 50: a thousand letters and two hundred of a Latin script, and as much
     * meaning, in fewer signs, of a denser one.
     */
    public static final ChunkSize USUAL = tokens(250, TokenCounter.estimate()).withOverlap(50);

    /** Checks the bounds. */
    public ChunkSize {
        Require.range("size of a chunk", most, 16, 1_000_000);
        Require.range("overlap of chunks", overlap, 0, most / 2);
    }

    /** Returns a size in characters, without overlap. */
    public static ChunkSize characters(int most) {
        return new ChunkSize(most, 0, null);
    }

    /** Returns a size in tokens, without overlap. */
    public static ChunkSize tokens(int most, TokenCounter counter) {
        return new ChunkSize(most, 0, counter);
    }

    /** Returns a copy with another overlap. */
    public ChunkSize withOverlap(int other) {
        return new ChunkSize(most, other, counter);
    }

    int of(String text) {
        return counter == null ? text.length() : counter.count(text);
    }

    int of(String text, int start, int end) {
        return counter == null ? end - start : counter.count(text.substring(start, end));
    }

    String recipe() {
        return most + "/" + overlap + (counter == null ? " characters" : " tokens");
    }
}
