package dev.gator.plugin;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Semantic Versioning 2.0 defines it. Build metadata is read and dropped.
 *
 * @param major changes that break
 * @param minor additions
 * @param patch corrections
 * @param preRelease what comes before a release, such as {@code rc.1}; empty for a release
 */
public record Version(int major, int minor, int patch, String preRelease) implements Comparable<Version> {

    private static final String IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern PRE_RELEASE = Pattern.compile(IDENTIFIER + "(?:\\." + IDENTIFIER + ")*");
    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})"
            + "(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    /** Checks the parts. */
    public Version {
        Require.notNegative("major version", major);
        Require.notNegative("minor version", minor);
        Require.notNegative("patch version", patch);
        Require.that(
                preRelease.isEmpty() || PRE_RELEASE.matcher(preRelease).matches(), "not a pre-release: " + preRelease);
    }

    /** Returns a release. */
    public static Version of(int major, int minor, int patch) {
        return new Version(major, minor, patch, "");
    }

    /** Reads {@code 1.2.3} or {@code 1.2.3-rc.1}. */
    public static Version parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new GatorException(CallError.BAD_ARGUMENT, "not a semantic version: " + text);
        }
        String pre = matcher.group(4);
        return new Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                pre == null ? "" : pre);
    }

    /** Returns whether this comes before a release. */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** Returns the order of precedence. */
    @Override
    public int compareTo(Version other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        int byPatch = byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
        return byPatch != 0 ? byPatch : comparePreRelease(other);
    }

    private int comparePreRelease(Version other) {
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        String[] mine = preRelease.split("\\.", -1);
        String[] theirs = other.preRelease.split("\\.", -1);
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            int order = compareIdentifiers(mine[i], theirs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, theirs.length);
    }

    private static int compareIdentifiers(String mine, String theirs) {
        boolean mineIsNumber = isNumber(mine);
        if (mineIsNumber != isNumber(theirs)) {
            return mineIsNumber ? -1 : 1;
        }
        boolean byLength = mineIsNumber && mine.length() != theirs.length();
        return byLength ? Integer.compare(mine.length(), theirs.length()) : mine.compareTo(theirs);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns {@code 1.2.3-rc.1}. */
    @Override
    public String toString() {
        String release = major + "." + minor + "." + patch;
        return preRelease.isEmpty() ? release : release + "-" + preRelease;
    }
}
