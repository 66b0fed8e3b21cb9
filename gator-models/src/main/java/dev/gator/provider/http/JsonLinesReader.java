package dev.gator.provider.http;

import java.io.IOException;

/** Reads one JSON value from each line; blank lines do not count. The last line need not be ended. */
final class JsonLinesReader implements Framing {

    private final ByteWindow window;
    private int dataFrom;
    private int dataTo;

    JsonLinesReader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            int length = lineLength();
            if (length < 0) {
                return false;
            }
            dataFrom = window.from;
            dataTo = window.from + length;
            window.passTo(Math.min(dataTo + 1, window.to));
            if (!blank()) {
                return true;
            }
        }
    }

    private int lineLength() throws IOException {
        int looked = 0;
        while (true) {
            for (int i = window.from + looked; i < window.to; i++) {
                if (window.bytes[i] == '\n') {
                    return i - window.from;
                }
            }
            looked = window.size();
            if (!window.fill()) {
                return looked == 0 ? -1 : looked;
            }
        }
    }

    private boolean blank() {
        for (int i = dataFrom; i < dataTo; i++) {
            if (window.bytes[i] > ' ' || window.bytes[i] < 0) {
                return false;
            }
        }
        return true;
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
        return "";
    }

    @Override
    public int frameFrom() {
        return dataFrom;
    }

    @Override
    public boolean atFrameStart() {
        return true;
    }
}
