package dev.gator.media;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * A word and when it is spoken.
 *
 * @param word the word
 * @param start from
 * @param end to
 */
public record TimedWord(String word, Duration start, Duration end) {

    /** Checks that it ends after it begins. */
    public TimedWord {
        Require.that(!start.isNegative() && end.compareTo(start) >= 0, "word ends at " + end + ", begins at " + start);
    }
}
