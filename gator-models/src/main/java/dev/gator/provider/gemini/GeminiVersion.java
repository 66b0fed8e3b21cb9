package dev.gator.provider.gemini;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model's name tells about it: {@code gemini-2.5-flash}. A name without a number means the newest.
 *
 * @param major the version before the dot
 * @param pro whether it is one of the large models, which think in any case
 */
record GeminiVersion(int major, boolean pro) {

    private static final Pattern NUMBERED = Pattern.compile("(?:.*/)?gemini-(\\d{1,2})(?:[.-].*)?");
    private static final int NEWEST = 3;

    static GeminiVersion of(String model) {
        Matcher numbered = NUMBERED.matcher(model);
        return new GeminiVersion(
                numbered.matches() ? Integer.parseInt(numbered.group(1)) : NEWEST, model.contains("-pro"));
    }

    /** Whether thinking is set by a level instead of a budget. */
    boolean thinksByLevel() {
        return major >= 3;
    }

    /** Whether tool calls must come back with the signature that they came with. */
    boolean checksSignatures() {
        return major >= 3;
    }

    /** Whether an answer can be held to a schema although tools are on offer. */
    boolean takesSchemaBesideTools() {
        return major >= 3;
    }
}
