package dev.gator.rag.parse.code;

/** Finds where a declaration begins for a reader: with the comments and annotations on the lines above it. */
final class Lines {

    private static final int MOST = 200;

    private Lines() {}

    /** Returns the start of the line of {@code at}, or of the topmost line above that belongs to it, not before {@code floor}. */
    static int above(String text, String mask, int at, int floor) {
        int start = lineStart(text, at, floor);
        for (int i = 0; i < MOST && start > floor; i++) {
            int before = lineStart(text, start - 1, floor);
            if (!belongs(text.substring(before, start), mask.substring(before, start))) {
                break;
            }
            start = before;
        }
        return start;
    }

    /** Looks no further back than the floor: a program may be one long line. */
    private static int lineStart(String text, int at, int floor) {
        int start = at;
        while (start > floor && text.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** A line that is all comment is blank in the mask but not in the text. */
    private static boolean belongs(String line, String masked) {
        String bare = masked.strip();
        return bare.isEmpty()
                ? !line.isBlank()
                : bare.startsWith("@") || bare.startsWith("#[") || bare.startsWith("template");
    }
}
