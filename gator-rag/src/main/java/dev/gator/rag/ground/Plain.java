package dev.gator.rag.ground;

import java.util.regex.Pattern;

/** Makes words of strangers fit to be shown on one line. */
final class Plain {

    // escape sequences and directions of writing could change what a terminal or a page shows around them
    private static final Pattern TRICKS = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u200B\\uFEFF]+");
    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*•>]\\s+|#{1,6}\\s+|\\d{1,3}[.)]\\s+)+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ENDED = Pattern.compile(".*[.!?…。！？।:;\"”»)]$", Pattern.DOTALL);

    private Plain() {}

    /** Returns the text on one line, without what a terminal would obey. */
    static String line(String text) {
        return SPACES.matcher(TRICKS.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Returns the text as a sentence: no list mark, no emphasis, an end. */
    static String sentence(String text) {
        String bare = EMPHASIS.matcher(LIST_MARK.matcher(text).replaceFirst("")).replaceAll("");
        String line = line(bare);
        return line.isEmpty() || ENDED.matcher(line).matches() ? line : line + ".";
    }
}
