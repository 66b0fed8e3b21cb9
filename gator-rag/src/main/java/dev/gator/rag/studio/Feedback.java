package dev.gator.rag.studio;

import dev.gator.error.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody thinks of an output: stars, a thumb, words, or several of these.
 *
 * @param stars 1 to 5, if given
 * @param liked thumb up or down, if given
 * @param comment words; may be empty
 * @param at when; set when it is kept
 */
public record Feedback(Optional<Integer> stars, Optional<Boolean> liked, String comment, Instant at) {

    /** Checks the stars and that something is said. */
    public Feedback {
        stars.ifPresent(count -> Require.range("stars", count, 1, 5));
        Require.length("comment", comment, 0, 2_000);
        Require.that(stars.isPresent() || liked.isPresent() || !comment.isBlank(), "feedback says nothing");
    }

    /** Returns feedback of some stars, 1 to 5. */
    public static Feedback stars(int count) {
        return new Feedback(Optional.of(count), Optional.empty(), "", Instant.EPOCH);
    }

    /** Returns a thumb up. */
    public static Feedback up() {
        return new Feedback(Optional.empty(), Optional.of(true), "", Instant.EPOCH);
    }

    /** Returns a thumb down. */
    public static Feedback down() {
        return new Feedback(Optional.empty(), Optional.of(false), "", Instant.EPOCH);
    }

    /** Returns feedback in words. */
    public static Feedback comment(String words) {
        return new Feedback(Optional.empty(), Optional.empty(), words, Instant.EPOCH);
    }

    /** Returns a copy with words. */
    public Feedback saying(String words) {
        return new Feedback(stars, liked, words, at);
    }

    Feedback keptAt(Instant now) {
        return new Feedback(stars, liked, comment, now);
    }
}
