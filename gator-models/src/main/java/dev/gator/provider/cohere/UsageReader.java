package dev.gator.provider.cohere;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;

/** Reads token counts. Those that are billed go before those that the model saw, to which the service adds its own. */
final class UsageReader {

    private static final Names NAMES =
            Names.of("billed_units", "tokens", "cached_tokens", "input_tokens", "output_tokens");

    private long input = -1;
    private long output;
    private long cached;

    private UsageReader() {}

    /** Reads a {@code usage} or {@code meta}. */
    static Usage read(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return Usage.UNKNOWN;
        }
        UsageReader reader = new UsageReader();
        boolean billed = false;
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "billed_units" -> billed |= reader.counts(scan);
                case "tokens" -> {
                    if (billed) {
                        scan.skip();
                    } else {
                        reader.counts(scan);
                    }
                }
                case "cached_tokens" -> reader.cached = scan.numberOrZero();
                default -> scan.skip();
            }
        }
        return reader.input < 0
                ? Usage.UNKNOWN
                : Usage.reported(reader.input, reader.output).withCache(Math.min(reader.cached, reader.input), 0);
    }

    private boolean counts(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return false;
        }
        boolean told = false;
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "input_tokens" -> {
                    input = scan.numberOrZero();
                    told = true;
                }
                case "output_tokens" -> output = scan.numberOrZero();
                default -> scan.skip();
            }
        }
        return told;
    }
}
