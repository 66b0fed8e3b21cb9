package dev.gator.rag.reel;

import dev.gator.rag.script.HookType;
import dev.gator.rag.script.Sector;
import java.time.Duration;
import java.util.Optional;

/**
 * The making of one script, for whoever counts.
 *
 * @param model who wrote
 * @param sector for whom
 * @param hook how the script begins
 * @param took how long it took
 * @param attempts how many tries were made
 * @param valid whether the script follows the rules
 * @param cached whether it had been written before
 * @param error the code of the failure, if there is no script
 */
public record Generation(
        String model,
        Sector sector,
        HookType hook,
        Duration took,
        int attempts,
        boolean valid,
        boolean cached,
        Optional<String> error) {}
