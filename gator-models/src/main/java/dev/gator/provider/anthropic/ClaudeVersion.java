package dev.gator.provider.anthropic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model's name tells about it: {@code claude-sonnet-4-6}, {@code claude-3-7-sonnet-20250219}.
 *
 * @param family such as {@code opus}, or an empty text
 * @param major the version before the dot
 * @param minor the version after the dot
 */
record ClaudeVersion(String family, int major, int minor) {

    private static final Pattern NAME = Pattern.compile(
            "(?:.*[/.])?claude-(?:(?<family>[a-z]+)-)?(?<major>\\d{1,2})(?:[-.](?<minor>\\d{1,2}))?(?:[-@:].*)?");
    private static final Pattern UNNUMBERED = Pattern.compile("(?:.*[/.])?claude-(?<family>[a-z]+).*");

    static ClaudeVersion of(String model) {
        Matcher numbered = NAME.matcher(model);
        if (numbered.matches()) {
            return new ClaudeVersion(
                    orEmpty(numbered.group("family")),
                    Integer.parseInt(numbered.group("major")),
                    numbered.group("minor") == null ? 0 : Integer.parseInt(numbered.group("minor")));
        }
        Matcher unnumbered = UNNUMBERED.matcher(model);
        return unnumbered.matches()
                ? new ClaudeVersion(orEmpty(unnumbered.group("family")), 5, 0)
                : new ClaudeVersion("", 4, 5); // somebody else's model behind the same interface
    }

    /** Whether thinking can be asked for at all. */
    boolean thinks() {
        return atLeast(3, 7);
    }

    /** Whether the model itself decides how much to think, guided by an effort. */
    boolean isAdaptive() {
        return atLeast(4, 6);
    }

    /** Whether a budget of tokens for thinking is understood. */
    boolean takesBudget() {
        return thinks() && !atLeast(4, 7);
    }

    /** Whether it thinks unless told otherwise. */
    boolean thinksUnasked() {
        return major >= 5;
    }

    /** Whether it thinks in any case. */
    boolean cannotStopThinking() {
        return family.equals("fable") || family.equals("mythos") || (family.equals("opus") && atLeast(5, 5));
    }

    /** Whether it refuses to be made to call a tool. */
    boolean refusesDemands() {
        boolean earlier = family.equals("opus") ? !atLeast(5, 5) : !atLeast(5, 1);
        return cannotStopThinking() && !earlier;
    }

    /** Whether temperature, top-p and top-k are understood. */
    boolean samples() {
        return !atLeast(4, 7);
    }

    /** Whether temperature and top-p may be set together. */
    boolean samplesTwice() {
        return !atLeast(4, 1);
    }

    /** Whether an answer can be held to a schema without the detour over a tool. */
    boolean takesSchemas() {
        return atLeast(4, 5);
    }

    private boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
