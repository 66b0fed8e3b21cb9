package dev.gator.rag.parse;

/** Takes out what no reader wants in a text: control characters, halves of surrogate pairs, foreign line ends. */
final class CleanText {

    private CleanText() {}

    /** Returns the text with {@code \n} as the only line end. */
    static String of(String text) {
        int first = firstUnclean(text);
        return first == text.length() ? text : clean(text, first);
    }

    private static int firstUnclean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) || Character.isSurrogate(c)) {
                return i;
            }
        }
        return text.length();
    }

    private static String clean(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) {
                out.append(c).append(next);
                i++;
            } else if (Character.isSurrogate(c)) {
                out.append('\ufffd');
            } else if (c == '\r' || c == '\f' || c == '\u0085') {
                out.append(c == '\r' && next == '\n' ? "" : "\n");
            } else if (!isControl(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' ? c != '\n' && c != '\t' : c >= 0x7f && c <= 0x9f;
    }

    /** Returns the lines without empty ones at both ends; the indentation of the first line stays. */
    static String withoutEmptyEdges(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return text.isBlank() ? "" : text.substring(start).stripTrailing();
    }

    /** Returns the beginning, without cutting a character in two. */
    static String cut(String text, int most) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
