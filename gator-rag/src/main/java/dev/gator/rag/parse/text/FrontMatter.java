package dev.gator.rag.parse.text;

/**
 * The lines between two rows of dashes that some programs write above Markdown.
 *
 * @param lines those lines; empty if there are none
 * @param rest the text below them
 */
record FrontMatter(String lines, String rest) {

    private static final int LONGEST = 10_000;

    static FrontMatter of(String text) {
        String unix = text.startsWith("---\r\n") ? text.replace("\r\n", "\n") : text;
        int end = unix.startsWith("---\n") ? unix.indexOf("\n---\n", 3) : -1;
        return end < 0 || end > LONGEST
                ? new FrontMatter("", text)
                : new FrontMatter(unix.substring(4, Math.max(end, 4)), unix.substring(end + 5));
    }

    /** Returns what stands beside a name; empty if nothing does. */
    String value(String name) {
        String line = lines.lines()
                .filter(each -> each.startsWith(name + ":"))
                .findFirst()
                .orElse("");
        String value =
                line.substring(Math.min(line.length(), name.length() + 1)).strip();
        boolean quoted = value.length() > 1 && value.charAt(0) == '"' && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
