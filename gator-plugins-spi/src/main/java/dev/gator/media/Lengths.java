package dev.gator.media;

import dev.gator.error.Require;
import java.time.Duration;

/** How long sound and films may last. */
final class Lengths {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Lengths() {}

    static Duration checked(String name, Duration length) {
        Require.positive(name, length);
        Require.that(length.compareTo(LONGEST) <= 0, name + " is " + length + ", allowed is at most " + LONGEST);
        return length;
    }
}
