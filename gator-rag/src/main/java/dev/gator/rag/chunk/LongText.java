package dev.gator.rag.chunk;

import java.util.ArrayList;
import java.util.List;

/** Cuts what no sentence, row or line end makes short enough: between words, or between signs where there are none. */
final class LongText {

    /** No usual token is longer on average, so a window of so many characters for each token holds the whole part. */
    private static final int LONGEST_TOKEN = 8;

    private static final int MOST_MARKS = 8;

    private LongText() {}

    static List<Extent> cut(String text, Extent place, ChunkSize size, int room) {
        List<Extent> parts = new ArrayList<>();
        int from = place.start();
        while (from < place.end()) {
            int to = end(text, from, place.end(), size, room);
            Extent part = new Extent(from, to).trimmed(text);
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to;
        }
        return parts;
    }

    private static int end(String text, int from, int last, ChunkSize size, int room) {
        int to = (int) Math.min(last, (long) from + (long) room * LONGEST_TOKEN);
        int measured = size.of(text, from, to);
        while (measured > room && to - from > 1) {
            int shorter = (int) ((long) (to - from) * room / measured);
            to = from + Math.max(1, Math.min(shorter, to - from - 1));
            measured = size.of(text, from, to);
        }
        return to == last ? last : betweenWords(text, from, to);
    }

    private static int betweenWords(String text, int from, int to) {
        for (int at = to; at > from + (to - from) / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return betweenSigns(text, from, to);
    }

    /** Steps back from the middle of a surrogate pair and from marks that belong to the sign before. */
    private static int betweenSigns(String text, int from, int to) {
        int at = to;
        while (at > from + 1 && to - at < MOST_MARKS && belongsToTheSignBefore(text.charAt(at))) {
            at--;
        }
        if (!belongsToTheSignBefore(text.charAt(at))) {
            return at;
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to; // marks without end: no sign to keep whole
    }

    private static boolean belongsToTheSignBefore(char sign) {
        int type = Character.getType(sign);
        return Character.isLowSurrogate(sign)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
