package dev.gator.provider.openai;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;

/**
 * Reads token counts: those of chat completions, of the responses API, and of services that have fields of their own, such
 * as DeepSeek's cache hits.
 */
final class UsageReader {

    private static final Names NAMES = Names.of(
            "prompt_tokens",
            "completion_tokens",
            "input_tokens",
            "output_tokens",
            "total_tokens",
            "prompt_tokens_details",
            "completion_tokens_details",
            "input_tokens_details",
            "output_tokens_details",
            "prompt_cache_hit_tokens",
            "cached_tokens",
            "cache_write_tokens",
            "audio_tokens",
            "image_tokens",
            "reasoning_tokens");

    private long input;
    private long output;
    private long total;
    private long cachedRead;
    private long cachedWrite;
    private long reasoning;
    private long audioIn;
    private long audioOut;
    private long image;

    private UsageReader() {}

    static Usage read(JsonScan scan) {
        UsageReader reader = new UsageReader();
        reader.counts(scan);
        return reader.usage();
    }

    private Usage usage() {
        // xAI counts thoughts beside the answer, everybody else within it
        boolean beside = reasoning > 0 && total == input + output + reasoning;
        long all = beside ? output + reasoning : output;
        return Usage.reported(input, all)
                .withCache(cachedRead, cachedWrite)
                .withReasoning(reasoning)
                .withMedia(audioIn, audioOut, image);
    }

    private void counts(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "prompt_tokens", "input_tokens" -> input = scan.numberOrZero();
                case "completion_tokens", "output_tokens" -> output = scan.numberOrZero();
                case "total_tokens" -> total = scan.numberOrZero();
                case "prompt_cache_hit_tokens" -> cachedRead = scan.numberOrZero();
                case "prompt_tokens_details", "input_tokens_details" -> inputDetails(scan);
                case "completion_tokens_details", "output_tokens_details" -> outputDetails(scan);
                default -> scan.skip();
            }
        }
    }

    private void inputDetails(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "cached_tokens" -> cachedRead = scan.numberOrZero();
                case "cache_write_tokens" -> cachedWrite = scan.numberOrZero();
                case "audio_tokens" -> audioIn = scan.numberOrZero();
                case "image_tokens" -> image = scan.numberOrZero();
                default -> scan.skip();
            }
        }
    }

    private void outputDetails(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "reasoning_tokens" -> reasoning = scan.numberOrZero();
                case "audio_tokens" -> audioOut = scan.numberOrZero();
                default -> scan.skip();
            }
        }
    }
}
