package dev.gator.provider.ollama;

import dev.gator.chat.ProviderOptions;
import dev.gator.error.Require;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings that only Ollama has. What is not set is left to the server and the model's own defaults.
 *
 * <pre>{@code
 * ollama.chat("llama3.2", OllamaOptions.defaults().withContextWindow(16_384).withKeepAlive(Duration.ofHours(1)));
 * }</pre>
 *
 * @param keepAlive how long the model stays in memory after the call; negative for ever
 * @param contextWindow how many tokens prompt and answer may have together; 0 leaves it to the server
 * @param minP least probability of a token beside the likeliest one; 0 is not sent
 * @param repeatPenalty how much repetition is punished, 1 is not at all; 0 is not sent
 * @param gpuLayers how many layers run on the GPU; -1 leaves it to the server
 * @param threads how many threads compute; 0 leaves it to the server
 * @param effort {@code low}, {@code medium}, {@code high} or {@code max}; goes before the effort of the request
 */
public record OllamaOptions(
        @Nullable Duration keepAlive,
        int contextWindow,
        double minP,
        double repeatPenalty,
        int gpuLayers,
        int threads,
        String effort)
        implements ProviderOptions {

    private static final OllamaOptions DEFAULTS = new OllamaOptions(null, 0, 0, 0, -1, 0, "");

    /** Checks the ranges. */
    public OllamaOptions {
        Require.range("context window", contextWindow, 0, Integer.MAX_VALUE);
        Require.range("minP", minP, 0, 1);
        Require.range("repeat penalty", repeatPenalty, 0, 10);
        Require.range("GPU layers", gpuLayers, -1, 100_000);
        Require.range("threads", threads, 0, 100_000);
        Require.that(
                effort.isEmpty() || effort.matches("low|medium|high|max"),
                "effort '" + effort + "' is none of low, medium, high, max");
    }

    /** Returns the options that change nothing. */
    public static OllamaOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy that keeps the model in memory for some time. */
    public OllamaOptions withKeepAlive(Duration time) {
        return new OllamaOptions(time, contextWindow, minP, repeatPenalty, gpuLayers, threads, effort);
    }

    /** Returns a copy with a window of that many tokens. */
    public OllamaOptions withContextWindow(int tokens) {
        return new OllamaOptions(keepAlive, tokens, minP, repeatPenalty, gpuLayers, threads, effort);
    }

    /** Returns a copy with a least probability. */
    public OllamaOptions withMinP(double probability) {
        return new OllamaOptions(keepAlive, contextWindow, probability, repeatPenalty, gpuLayers, threads, effort);
    }

    /** Returns a copy with a penalty on repetition. */
    public OllamaOptions withRepeatPenalty(double factor) {
        return new OllamaOptions(keepAlive, contextWindow, minP, factor, gpuLayers, threads, effort);
    }

    /** Returns a copy with that many layers on the GPU; 0 stays on the processor. */
    public OllamaOptions withGpuLayers(int layers) {
        return new OllamaOptions(keepAlive, contextWindow, minP, repeatPenalty, layers, threads, effort);
    }

    /** Returns a copy that computes on so many threads. */
    public OllamaOptions withThreads(int count) {
        return new OllamaOptions(keepAlive, contextWindow, minP, repeatPenalty, gpuLayers, count, effort);
    }

    /** Returns a copy with an effort in Ollama's own words. */
    public OllamaOptions withEffort(String word) {
        return new OllamaOptions(keepAlive, contextWindow, minP, repeatPenalty, gpuLayers, threads, word);
    }
}
