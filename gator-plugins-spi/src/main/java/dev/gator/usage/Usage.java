package dev.gator.usage;

import dev.gator.error.Require;

/**
 * Tokens that a call consumed.
 *
 * <p>{@code input} and {@code output} are totals. {@code cachedRead}, {@code cachedWrite}, {@code audioInput} and
 * {@code image} are parts of {@code input}; {@code reasoning} and {@code audioOutput} are parts of {@code output}.
 *
 * @param input all prompt tokens, cached ones included
 * @param output all generated tokens, reasoning included
 * @param cachedRead prompt tokens that the provider read from its cache
 * @param cachedWrite prompt tokens that the provider wrote to its cache
 * @param reasoning generated tokens that the model spent on thinking
 * @param audioInput prompt tokens that were sound
 * @param audioOutput generated tokens that are sound
 * @param image prompt tokens that were pictures
 * @param origin who counted
 */
public record Usage(
        long input,
        long output,
        long cachedRead,
        long cachedWrite,
        long reasoning,
        long audioInput,
        long audioOutput,
        long image,
        Origin origin) {

    /** Nothing was consumed. */
    public static final Usage NONE = reported(0, 0);

    /** The provider did not say, and nobody estimated. */
    public static final Usage UNKNOWN = new Usage(0, 0, 0, 0, 0, 0, 0, 0, Origin.UNKNOWN);

    /** Who counted the tokens. */
    public enum Origin {
        /** The provider said so. */
        REPORTED,
        /** Gator estimated because the provider said nothing. */
        ESTIMATED,
        /** Nobody knows; the counts are meaningless. */
        UNKNOWN
    }

    /** Checks that no count is negative. */
    public Usage {
        Require.notNegative("input tokens", input);
        Require.notNegative("output tokens", output);
        Require.notNegative("cached read tokens", cachedRead);
        Require.notNegative("cached write tokens", cachedWrite);
        Require.notNegative("reasoning tokens", reasoning);
        Require.notNegative("audio input tokens", audioInput);
        Require.notNegative("audio output tokens", audioOutput);
        Require.notNegative("image tokens", image);
    }

    /** Returns counts that the provider reported, without details. */
    public static Usage reported(long input, long output) {
        return new Usage(input, output, 0, 0, 0, 0, 0, 0, Origin.REPORTED);
    }

    /** Returns counts that Gator estimated. */
    public static Usage estimated(long input, long output) {
        return new Usage(input, output, 0, 0, 0, 0, 0, 0, Origin.ESTIMATED);
    }

    /** Returns these counts with the provider's cache details. */
    public Usage withCache(long read, long write) {
        return new Usage(input, output, read, write, reasoning, audioInput, audioOutput, image, origin);
    }

    /** Returns these counts with the tokens spent on thinking. */
    public Usage withReasoning(long tokens) {
        return new Usage(input, output, cachedRead, cachedWrite, tokens, audioInput, audioOutput, image, origin);
    }

    /** Returns these counts with the share of sound and pictures. */
    public Usage withMedia(long soundIn, long soundOut, long pictures) {
        return new Usage(input, output, cachedRead, cachedWrite, reasoning, soundIn, soundOut, pictures, origin);
    }

    /** Returns whether the counts mean anything. */
    public boolean isKnown() {
        return origin != Origin.UNKNOWN;
    }

    /** Returns all tokens. */
    public long total() {
        return input + output;
    }

    /** Returns the sum; the less certain origin of the two wins. */
    public Usage plus(Usage other) {
        Origin worse = origin.compareTo(other.origin) >= 0 ? origin : other.origin;
        return new Usage(
                input + other.input,
                output + other.output,
                cachedRead + other.cachedRead,
                cachedWrite + other.cachedWrite,
                reasoning + other.reasoning,
                audioInput + other.audioInput,
                audioOutput + other.audioOutput,
                image + other.image,
                worse);
    }
}
