package dev.gator.tck.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client that shows every byte. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawClient(WireServer server) throws IOException {
        socket = new Socket("127.0.0.1", server.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        in = socket.getInputStream();
    }

    RawClient patience(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        return this;
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
    }

    RawClient post(String path, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return send("POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    /** Reads status line and headers. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(one());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Reads one chunk; empty is the last. */
    byte[] chunk() throws IOException {
        int size = Integer.parseInt(line(), 16);
        byte[] data = in.readNBytes(size);
        line();
        return data;
    }

    List<String> chunks() throws IOException {
        List<String> all = new ArrayList<>();
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            all.add(new String(chunk, StandardCharsets.UTF_8));
        }
        return all;
    }

    byte[] untilEnd() throws IOException {
        return in.readAllBytes();
    }

    /** Reads a byte; -1 at the end. */
    int read() throws IOException {
        return in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = one(); c != '\n'; c = one()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private int one() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException("the server closed");
        }
        return c;
    }
}
