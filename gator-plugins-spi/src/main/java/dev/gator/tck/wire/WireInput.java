package dev.gator.tck.wire;

import dev.gator.call.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The bytes that a client sends. Waits are reads with a time limit: that way they end at once when the client closes its
 * side, which is the only moment at which a socket tells, and when the server closes its own.
 */
final class WireInput {

    private static final int HEAD_LIMIT = 64 * 1024;
    private static final int BODY_LIMIT = 256 * 1024 * 1024;
    private static final int EARLY_LIMIT = 1024 * 1024;

    private final TimeSource clock = TimeSource.system();
    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[8 * 1024];
    private int start;
    private int end;
    private int timeout;

    WireInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Waits for the next request; false means that the client closed an idle connection. */
    boolean awaitByte() throws IOException {
        return start < end || fill();
    }

    /** Reads up to and including the empty line; returns the text without it. */
    String head() throws IOException {
        int from = start;
        while (true) {
            int stop = endOfHead(from);
            if (stop >= 0) {
                String head = new String(buffer, start, stop - start, StandardCharsets.ISO_8859_1);
                start = stop;
                return head;
            }
            from = Math.max(start, end - 3);
            int shift = start;
            more();
            from -= shift - start;
            if (end - start > HEAD_LIMIT) {
                throw new MalformedRequest("the head is larger than " + HEAD_LIMIT + " bytes");
            }
        }
    }

    byte[] exactly(long length) throws IOException {
        if (length < 0 || length > BODY_LIMIT) {
            throw new MalformedRequest("a body of " + length + " bytes");
        }
        byte[] body = new byte[(int) length];
        int filled = Math.min(body.length, end - start);
        System.arraycopy(buffer, start, body, 0, filled);
        start += filled;
        waitUpTo(0);
        while (filled < body.length) {
            int count = in.read(body, filled, body.length - filled);
            if (count < 0) {
                throw WireEnd.byClient();
            }
            filled += count;
        }
        return body;
    }

    byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = chunkSize(line());
            if (size == 0) {
                skipTrailers();
                return body.toByteArray();
            }
            if (body.size() > BODY_LIMIT - size) {
                throw new MalformedRequest("a body of more than " + BODY_LIMIT + " bytes");
            }
            body.writeBytes(exactly(size));
            line();
        }
    }

    private void skipTrailers() throws IOException {
        String trailer = line();
        while (!trailer.isEmpty()) {
            trailer = line();
        }
    }

    void pause(Duration time) throws IOException {
        long stop = clock.nanos() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = stop - clock.nanos()) {
            if (!waitForByte(left)) {
                return;
            }
        }
    }

    /** Returns false if the time passed in silence. */
    private boolean waitForByte(long nanos) throws IOException {
        if (end - start > EARLY_LIMIT) {
            throw new MalformedRequest("the client sends on without waiting for the answer");
        }
        waitUpTo((int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999))));
        try {
            if (!read()) {
                throw WireEnd.byClient();
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private void more() throws IOException {
        if (!fill()) {
            throw WireEnd.byClient();
        }
    }

    private boolean fill() throws IOException {
        waitUpTo(0);
        return read();
    }

    private boolean read() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            int kept = end - start;
            byte[] roomier = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
            System.arraycopy(buffer, start, roomier, 0, kept);
            buffer = roomier;
            start = 0;
            end = kept;
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count >= 0;
    }

    private void waitUpTo(int millis) throws IOException {
        if (timeout != millis) {
            timeout = millis;
            socket.setSoTimeout(millis);
        }
    }

    private String line() throws IOException {
        int stop = start;
        while (true) {
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            if (stop < end) {
                String line = new String(buffer, start, stop - start, StandardCharsets.ISO_8859_1);
                start = stop + 1;
                return line.stripTrailing();
            }
            if (stop - start > HEAD_LIMIT) {
                throw new MalformedRequest("a line of more than " + HEAD_LIMIT + " bytes");
            }
            int shift = start;
            more();
            stop -= shift - start;
        }
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < end; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static int chunkSize(String line) throws IOException {
        int semicolon = line.indexOf(';');
        String hex = semicolon < 0 ? line : line.substring(0, semicolon);
        try {
            return Integer.parseUnsignedInt(hex.strip(), 16);
        } catch (NumberFormatException e) {
            throw new MalformedRequest("chunk size " + Arrays.toString(hex.toCharArray()));
        }
    }
}
