package dev.gator.provider.anthropic;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;

/** Collects token counts; a stream tells those of the prompt first and those of the answer last. */
final class UsageCounter {

    private static final Names NAMES = Names.of(
            "input_tokens",
            "output_tokens",
            "cache_creation_input_tokens",
            "cache_read_input_tokens",
            "output_tokens_details",
            "thinking_tokens");

    private long uncached;
    private long written;
    private long read;
    private long output;
    private long thinking;
    private boolean told;

    void read(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        told = true;
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "input_tokens" -> uncached = newer(scan, uncached);
                case "cache_creation_input_tokens" -> written = newer(scan, written);
                case "cache_read_input_tokens" -> read = newer(scan, read);
                case "output_tokens" -> output = newer(scan, output);
                case "output_tokens_details" -> details(scan);
                default -> scan.skip();
            }
        }
    }

    /** Returns the counts; the service counts what is cached beside the input, here it is part of it. */
    Usage usage() {
        return told
                ? Usage.reported(uncached + written + read, output)
                        .withCache(read, written)
                        .withReasoning(Math.min(thinking, output))
                : Usage.UNKNOWN;
    }

    private void details(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(NAMES)) != null; ) {
            if (name.equals("thinking_tokens")) {
                thinking = newer(scan, thinking);
            } else {
                scan.skip();
            }
        }
    }

    private static long newer(JsonScan scan, long known) {
        return scan.passNull() ? known : scan.number();
    }
}
