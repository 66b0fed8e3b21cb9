package dev.gator.rag.parse.text;

/** Running words while their elements come: white space becomes one space, as in a browser. */
final class Inline {

    private final StringBuilder out = new StringBuilder();

    void say(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
            } else if (out.length() > 0 && !isSpace(out.charAt(out.length() - 1))) {
                out.append(' ');
            }
        }
    }

    void verbatim(String text) {
        out.append(text);
    }

    void newLine() {
        trimEnd();
        if (out.length() > 0) {
            out.append('\n');
        }
    }

    /** Begins an item of a list inside so many lists. An item without words leaves no line behind. */
    void newItem(int depth) {
        trimEnd();
        if (out.length() > 0 && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
            trimEnd();
        }
        out.append(out.length() > 0 ? "\n" : "")
                .append("  ".repeat(Math.min(depth, 9) - 1))
                .append("- ");
    }

    String take() {
        String all = out.toString();
        out.setLength(0);
        return all.strip().equals("-") ? "" : all;
    }

    private void trimEnd() {
        while (out.length() > 0 && isSpace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }
}
