package dev.gator.provider.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises an event that differs from an earlier one in a single JSON string only, as nearly all events of a stream do.
 *
 * <p>If the bytes before the string and those after it are the same as in an event that a full reader understood, the
 * event means the same but for that string. So the comparison, which is many times faster than reading, is as exact.
 * Anything else is left to the full reader. Not thread-safe.
 */
public final class StreamTemplate {

    private static final int PATIENCE = 32;

    private byte[] before = {};
    private byte[] after = {};
    private int wasted;
    private int end;
    private String text = "";

    /** Creates a template that has learned nothing. */
    public StreamTemplate() {}

    /**
     * Takes an event that was read in full for a model.
     *
     * @param bytes where it lies
     * @param from where it begins, its framing included
     * @param textFrom where the string begins, after the quote
     * @param textTo where the string ends, before the quote
     * @param to where the event ends, its framing included
     */
    void learn(byte[] bytes, int from, int textFrom, int textTo, int to) {
        if (wasted < PATIENCE) { // streams that are different each time are not worth copying for ever
            wasted++;
            before = Arrays.copyOfRange(bytes, from, textFrom);
            after = Arrays.copyOfRange(bytes, textTo, to);
        }
    }

    boolean matches(byte[] bytes, int from, int to) {
        int i = from + before.length;
        if (before.length == 0 || i + after.length > to || !Arrays.equals(bytes, from, i, before, 0, before.length)) {
            return false;
        }
        int start = i;
        int all = 0;
        boolean plain = true;
        byte b;
        while (i < to && (b = bytes[i]) != '"') {
            if (b == '\\') {
                plain = false;
                i++;
            } else if (b >= 0 && b < ' ') {
                return false;
            }
            all |= b;
            i++;
        }
        end = i + after.length;
        if (end > to || !Arrays.equals(bytes, i, end, after, 0, after.length)) {
            return false;
        }
        if (!plain && !escapesAreKnown(bytes, start, i)) {
            return false;
        }
        wasted = 0;
        text = plain
                ? new String(bytes, start, i - start, all >= 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)
                : JsonText.unescape(bytes, start, i);
        return true;
    }

    /** Returns the string of the event that matched last. */
    public String text() {
        return text;
    }

    int end() {
        return end;
    }

    private static boolean escapesAreKnown(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                if ("\"\\/bfnrt".indexOf(bytes[++i]) < 0) {
                    return false; // \\u and mistakes go the long way
                }
            }
        }
        return true;
    }
}
