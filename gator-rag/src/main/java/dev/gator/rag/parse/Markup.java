package dev.gator.rag.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes the tags out of small pieces of HTML, such as the summary of a feed's entry, in one pass and without a library.
 * Pages are read by a real HTML parser.
 */
public final class Markup {

    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "\u2013", "mdash",
            "\u2014", "hellip", "\u2026", "rsquo", "\u2019");
    private static final Set<String> UNSEEN = Set.of("script", "style");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "em", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u");
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Markup(String html) {
        this.html = html;
    }

    /** Returns the words: runs of white space become one space, and what scripts and styles hold is dropped. */
    public static String text(String html) {
        return CleanText.of(new Markup(html).strip()).replaceAll("\\s+", " ").strip();
    }

    /** Returns the words of something that is meant to be short, such as a title. */
    public static String line(String html) {
        String text = text(html);
        return text.length() <= 500 ? text : CleanText.cut(text, 500);
    }

    private String strip() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && startsTag()) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private boolean startsTag() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
    }

    private void tag() {
        boolean comment = html.startsWith("<!--", at);
        int close = comment ? html.indexOf("-->", at) : html.indexOf('>', at);
        String name = nameAt(html.charAt(at + 1) == '/' ? at + 2 : at + 1);
        boolean opens = Character.isLetter(html.charAt(at + 1));
        at = close < 0 ? html.length() : close + (comment ? 3 : 1);
        if (opens && UNSEEN.contains(name)) {
            int end = indexOfIgnoringCase("</" + name, at);
            at = end < 0 ? html.length() : end;
        }
        out.append(INLINE.contains(name) ? "" : " ");
    }

    private String nameAt(int start) {
        int end = start;
        while (end < html.length() && end < start + LONGEST_ENTITY && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    }

    private int indexOfIgnoringCase(String wanted, int from) {
        for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
            if (html.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }

    private void entity() {
        int limit = Math.min(html.length(), at + LONGEST_ENTITY);
        int end = html.substring(at, limit).indexOf(';') + at;
        String name = end > at ? html.substring(at + 1, end) : "";
        String meant = name.startsWith("#") ? numbered(name) : NAMED.getOrDefault(name, "");
        out.append(meant.isEmpty() ? "&" : meant);
        at = meant.isEmpty() ? at + 1 : end + 1;
    }

    private static String numbered(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
