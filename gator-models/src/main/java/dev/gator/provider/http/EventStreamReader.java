package dev.gator.provider.http;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads server-sent events as the HTML standard describes them, on bytes. Knows the fields {@code event} and {@code data};
 * {@code id} and {@code retry} serve reconnecting, which no model service supports.
 */
final class EventStreamReader implements Framing {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};

    private final ByteWindow window;
    private boolean begun;
    private boolean lineFeedMayFollow;
    private int dataFrom;
    private int dataTo;
    private int dataLines;
    private String name = "";
    private int frameFrom;
    private byte[] lastNameBytes = {};
    private String lastName = "";

    EventStreamReader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            passByteOrderMark();
        }
        while (true) {
            beginFrame();
            int length = frame();
            if (length < 0) {
                return false;
            }
            int start = window.from;
            window.passTo(start + length);
            if (dataLines > 0) {
                frameFrom = start;
                dataFrom += start;
                dataTo += start;
                return true;
            }
        }
    }

    private void beginFrame() {
        dataLines = 0;
        dataFrom = 0;
        dataTo = 0;
        name = "";
    }

    /** Reads lines up to an empty one and returns the length of all, or -1 at the end. Data places count from its start. */
    private int frame() throws IOException {
        int line = 0;
        while (true) {
            int end = lineEnd(line);
            if (end < 0) {
                return -1;
            }
            int start = window.from;
            boolean carriageReturn = window.bytes[start + end] == '\r';
            int from = line;
            if (lineFeedMayFollow) {
                lineFeedMayFollow = false;
                if (end == line && !carriageReturn) {
                    line = end + 1;
                    continue;
                }
            }
            line = end + 1;
            lineFeedMayFollow = carriageReturn;
            if (end == from) {
                return endOfFrame(line);
            }
            field(start + from, start + end);
        }
    }

    // a line feed that is already here belongs to this frame; one that is not may never come, so nobody waits for it
    private int endOfFrame(int length) {
        if (lineFeedMayFollow && window.from + length < window.to) {
            lineFeedMayFollow = false;
            return window.bytes[window.from + length] == '\n' ? length + 1 : length;
        }
        return length;
    }

    private int lineEnd(int line) throws IOException {
        int looked = line;
        while (true) {
            int found = findLineEnd(window.bytes, window.from + looked, window.to);
            if (found >= 0) {
                return found - window.from;
            }
            looked = window.size();
            if (!window.fill()) {
                return -1;
            }
        }
    }

    private void field(int from, int to) {
        int colon = from;
        while (colon < to && window.bytes[colon] != ':') {
            colon++;
        }
        int value = colon < to ? colon + 1 : to;
        if (value < to && window.bytes[value] == ' ') {
            value++;
        }
        if (colon - from == DATA.length && window.startsWith(from, DATA)) {
            data(value, to);
        } else if (colon - from == EVENT.length && window.startsWith(from, EVENT)) {
            name = name(value, to);
        }
    }

    private void data(int from, int to) {
        int start = window.from;
        if (dataLines++ == 0) {
            dataFrom = from - start;
            dataTo = to - start;
            return;
        }
        // the second line's field name makes room for the line feed between the two
        window.bytes[start + dataTo] = '\n';
        System.arraycopy(window.bytes, from, window.bytes, start + dataTo + 1, to - from);
        dataTo += 1 + to - from;
    }

    private String name(int from, int to) {
        if (lastNameBytes.length != to - from || !window.startsWith(from, lastNameBytes)) {
            lastName = new String(window.bytes, from, to - from, StandardCharsets.UTF_8);
            lastNameBytes = Arrays.copyOfRange(window.bytes, from, to);
        }
        return lastName;
    }

    private void passByteOrderMark() throws IOException {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        while (window.size() < mark.length) {
            int size = window.size();
            if ((size > 0 && window.bytes[window.from + size - 1] != mark[size - 1]) || !window.fill()) {
                return;
            }
        }
        if (window.startsWith(window.from, mark)) {
            window.passTo(window.from + mark.length);
        }
    }

    /** Finds a line feed or carriage return, eight bytes at a time; the bit trick marks zero bytes after an exclusive or. */
    private static int findLineEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long eight = (long) LONGS.get(bytes, i);
            long feed = eight ^ 0x0A0A0A0A0A0A0A0AL;
            long turn = eight ^ 0x0D0D0D0D0D0D0D0DL;
            long zeros = ((feed - 0x0101010101010101L) & ~feed) | ((turn - 0x0101010101010101L) & ~turn);
            zeros &= 0x8080808080808080L;
            if (zeros != 0) {
                break; // the lowest mark is exact, but a plain look at eight bytes is as quick
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int dataFrom() {
        return dataFrom;
    }

    @Override
    public int dataTo() {
        return dataTo;
    }

    @Override
    public String eventName() {
        return name;
    }

    @Override
    public int frameFrom() {
        return dataLines == 1 ? frameFrom : -1;
    }

    @Override
    public boolean atFrameStart() {
        return begun && !lineFeedMayFollow;
    }
}
