package dev.gator.provider.http;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.IOException;
import java.util.Arrays;

/** The bytes of a stream that are being looked at: what was read but not yet passed over. Not thread-safe. */
final class ByteWindow {

    private static final int FIRST_SIZE = 8 * 1024;

    /** Where more bytes come from. */
    @FunctionalInterface
    interface Feed {
        /** Reads at least one byte, or returns -1 at the end. */
        int read(byte[] into, int from, int length) throws IOException;
    }

    private final Feed feed;
    private final int largestFrame;
    private final long largestTotal;
    private long total;
    byte[] bytes = new byte[FIRST_SIZE];
    int from;
    int to;

    ByteWindow(Feed feed, long largestFrame, long largestTotal) {
        this.feed = feed;
        this.largestFrame = (int) Math.min(largestFrame, Integer.MAX_VALUE - 64);
        this.largestTotal = largestTotal;
    }

    int size() {
        return to - from;
    }

    /** Reads more behind what is there, which may move to the front of another array. Returns false at the end. */
    boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        } else if (to == bytes.length) {
            makeRoom();
        }
        int count = feed.read(bytes, to, bytes.length - to);
        if (count < 0) {
            return false;
        }
        to += count;
        total += count;
        if (total > largestTotal) {
            throw new GatorException(
                    ProviderError.ANSWER_TOO_LARGE, "the stream has more than the allowed " + largestTotal + " bytes");
        }
        return true;
    }

    private void makeRoom() {
        int size = to - from;
        if (size >= largestFrame) {
            throw new GatorException(
                    ProviderError.ANSWER_TOO_LARGE, "one event has more than the allowed " + largestFrame + " bytes");
        }
        byte[] room = size > bytes.length / 2 ? new byte[(int) Math.min(2L * bytes.length, largestFrame)] : bytes;
        System.arraycopy(bytes, from, room, 0, size);
        bytes = room;
        from = 0;
        to = size;
    }

    /** Passes over the frame up to that place. */
    void passTo(int place) {
        from = place;
    }

    boolean startsWith(int place, byte[] text) {
        return to - place >= text.length && Arrays.equals(bytes, place, place + text.length, text, 0, text.length);
    }
}
