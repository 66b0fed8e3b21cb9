package dev.gator.offline;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether somebody sounds pleased, displeased or neither. */
enum Feeling {
    GOOD("positive|happy|good|pos|satisfied|praise"),
    BAD("negative|unhappy|bad|neg|angry|dissatisfied|complaint"),
    NEITHER("neutral|mixed|neither");

    private static final Pattern PLEASED = Pattern.compile(
            "\\b(?:love|loved|great|good|excellent|happy|amazing|perfect|wonderful|fantastic|best|enjoy(?:ed)?|recommend|pleased|delighted)\\b");
    private static final Pattern DISPLEASED = Pattern.compile(
            "\\b(?:hate|hated|bad|terrible|awful|poor|broken|worst|angry|slow|disappoint(?:ed|ing)|refund|never again|unhappy|useless"
                    + "|late|rude|damaged|not (?:good|happy|great|working))\\b");

    private final Pattern names;

    Feeling(String names) {
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    static Feeling in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (DISPLEASED.matcher(lower).find()) {
            return BAD;
        }
        return PLEASED.matcher(lower).find() ? GOOD : NEITHER;
    }

    /** Returns whether an enum constant or a label means this feeling. */
    boolean isCalled(String name) {
        return names.matcher(name).matches();
    }
}
