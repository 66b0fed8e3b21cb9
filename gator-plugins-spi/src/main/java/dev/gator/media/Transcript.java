package dev.gator.media;

import dev.gator.content.Language;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was spoken.
 *
 * @param text all of it
 * @param spoken the language, or null if unknown
 * @param segments its parts with times; empty if the model tells none
 * @param words its words with times; empty unless asked for
 * @param receipt what it took to make
 */
public record Transcript(
        String text, @Nullable Language spoken, List<Segment> segments, List<TimedWord> words, MediaReceipt receipt) {

    /** Copies the lists. */
    public Transcript {
        segments = List.copyOf(segments);
        words = List.copyOf(words);
    }

    /** Returns the language, if known. */
    public Optional<Language> language() {
        return Optional.ofNullable(spoken);
    }

    /**
     * A part of what was spoken.
     *
     * @param text the words
     * @param start from
     * @param end to
     * @param voice the speaker's label, or null if speakers were not told apart
     */
    public record Segment(String text, Duration start, Duration end, @Nullable String voice) {

        /** Checks that it ends after it begins. */
        public Segment {
            Require.that(
                    !start.isNegative() && end.compareTo(start) >= 0,
                    "segment ends at " + end + ", begins at " + start);
        }

        /** Returns the speaker's label, if speakers were told apart. */
        public Optional<String> speaker() {
            return Optional.ofNullable(voice);
        }
    }
}
