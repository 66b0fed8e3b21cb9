package dev.gator.error;

import java.time.Duration;
import java.util.List;

/** Checks that values make at their birth; each refusal names the value and its bound. */
public final class Require {

    private Require() {}

    /** Returns {@code text} if it has a visible character. */
    public static String text(String name, String text) {
        if (text.isBlank()) {
            throw bad(name + " is blank");
        }
        return text;
    }

    /** Returns {@code text} if its length is within bounds. */
    public static String length(String name, String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            throw bad(name + " has " + text.length() + " characters, allowed are " + min + " to " + max);
        }
        return text;
    }

    /** Returns {@code value} if it is within bounds. */
    public static int range(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw bad(name + " is " + value + ", allowed is " + min + " to " + max);
        }
        return value;
    }

    /** Returns {@code value} if it is within bounds. */
    public static double range(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw bad(name + " is " + value + ", allowed is " + min + " to " + max);
        }
        return value;
    }

    /** Returns {@code value} if it is not negative. */
    public static long notNegative(String name, long value) {
        if (value < 0) {
            throw bad(name + " is negative: " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is longer than nothing. */
    public static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw bad(name + " is not positive: " + value);
        }
        return value;
    }

    /** Returns an immutable copy of {@code list} if it has an element. */
    public static <T> List<T> notEmpty(String name, List<T> list) {
        if (list.isEmpty()) {
            throw bad(name + " is empty");
        }
        return List.copyOf(list);
    }

    /** Refuses unless {@code ok}. */
    public static void that(boolean ok, String complaint) {
        if (!ok) {
            throw bad(complaint);
        }
    }

    private static GatorException bad(String detail) {
        return new GatorException(CallError.BAD_ARGUMENT, detail);
    }
}
