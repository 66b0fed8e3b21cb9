package dev.gator.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the process really holds, where the operating system tells. */
final class ResidentMemory {

    private ResidentMemory() {}

    static long kilobytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
