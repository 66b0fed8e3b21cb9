package dev.gator.plugin;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions that will do, such as {@code >=1.2 <2}, {@code ^1.4.0} or {@code *}. Bounds are separated by blanks and all
 * hold; a bound may leave out minor and patch. {@code ^} keeps the first part that is not zero, {@code ~} keeps major and
 * minor. A pre-release is inside only if a bound names a pre-release of the same numbers.
 */
public final class VersionRange {

    private static final VersionRange ANY = new VersionRange("*", List.of());
    private static final Pattern BOUND =
            Pattern.compile("(>=|<=|>|<|=|\\^|~)?(\\d+)(?:\\.(\\d+)(?:\\.(\\d+)(-[0-9A-Za-z.-]+)?)?)?");

    private final String text;
    private final List<Bound> bounds;

    private VersionRange(String text, List<Bound> bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** Returns the range of all releases. */
    public static VersionRange any() {
        return ANY;
    }

    /** Reads a range. */
    public static VersionRange parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("*")) {
            return ANY;
        }
        List<Bound> bounds = new ArrayList<>();
        for (String part : stripped.split("\\s+", -1)) {
            Matcher matcher = BOUND.matcher(part);
            if (!matcher.matches()) {
                throw new GatorException(CallError.BAD_ARGUMENT, "not a range of versions: " + text);
            }
            addBounds(matcher, bounds);
        }
        return new VersionRange(stripped, List.copyOf(bounds));
    }

    /** Returns whether a version will do. */
    public boolean contains(Version version) {
        boolean named = bounds.stream().anyMatch(b -> b.version.isPreRelease() && sameNumbers(b.version, version));
        return (!version.isPreRelease() || named) && bounds.stream().allMatch(b -> b.holds(version));
    }

    private static void addBounds(Matcher matcher, List<Bound> bounds) {
        String sign = matcher.group(1) == null ? "=" : matcher.group(1);
        boolean partial = matcher.group(4) == null;
        String release = matcher.group(2) + "." + orZero(matcher.group(3)) + "." + orZero(matcher.group(4));
        Version version = Version.parse(matcher.group(5) == null ? release : release + matcher.group(5));
        Version next = matcher.group(3) == null
                ? Version.of(version.major() + 1, 0, 0)
                : Version.of(version.major(), version.minor() + 1, 0);
        switch (sign) {
            case ">=", "<" -> bounds.add(new Bound(sign, version));
            case ">" -> bounds.add(partial ? new Bound(">=", next) : new Bound(">", version));
            case "<=" -> bounds.add(partial ? new Bound("<", next) : new Bound("<=", version));
            case "^" -> between(version, caretEnd(version), bounds);
            case "~" -> between(version, next, bounds);
            default -> between(version, partial ? next : null, bounds);
        }
    }

    private static void between(Version from, @Nullable Version before, List<Bound> bounds) {
        if (before == null) {
            bounds.add(new Bound("=", from));
        } else {
            bounds.add(new Bound(">=", from));
            bounds.add(new Bound("<", before));
        }
    }

    private static Version caretEnd(Version version) {
        if (version.major() > 0) {
            return Version.of(version.major() + 1, 0, 0);
        }
        return version.minor() > 0 ? Version.of(0, version.minor() + 1, 0) : Version.of(0, 0, version.patch() + 1);
    }

    private static String orZero(@Nullable String number) {
        return number == null ? "0" : number;
    }

    private static boolean sameNumbers(Version one, Version other) {
        return one.major() == other.major() && one.minor() == other.minor() && one.patch() == other.patch();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionRange that && bounds.equals(that.bounds);
    }

    @Override
    public int hashCode() {
        return bounds.hashCode();
    }

    /** Returns the text that was read. */
    @Override
    public String toString() {
        return text;
    }

    private record Bound(String sign, Version version) {

        boolean holds(Version candidate) {
            int order = candidate.compareTo(version);
            return switch (sign) {
                case ">=" -> order >= 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }
}
