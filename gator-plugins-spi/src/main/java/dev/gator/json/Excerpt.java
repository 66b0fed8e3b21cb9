package dev.gator.json;

/** Short, printable pieces of a text for messages; a message never carries a whole document. */
final class Excerpt {

    private static final int REACH = 12;

    private Excerpt() {}

    /** Describes a position as line, column and the few characters around it. */
    static String at(String text, int position) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String around = text.substring(Math.max(0, position - REACH), Math.min(text.length(), position + REACH));
        return "at line " + line + ", column " + (position - lineStart + 1) + ", near [" + printable(around) + "]";
    }

    static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }

    static String character(char c) {
        return c == '\'' ? "\"'\"" : "'" + printable(String.valueOf(c)) + "'";
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = !Character.isISOControl(c) && !Character.isSurrogate(c) && c != '\u2028' && c != '\u2029';
            out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }
}
