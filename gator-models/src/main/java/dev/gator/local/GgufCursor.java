package dev.gator.local;

import dev.gator.error.GatorException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads little-endian values from a file in order and refuses every length that the rest of the file cannot hold. */
final class GgufCursor {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TEXT_LIMIT = 16 << 20;
    private static final long HEADER_LIMIT = 512L << 20;

    private final FileChannel channel;
    private final Path path;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long filePosition;

    GgufCursor(FileChannel channel, Path path) throws IOException {
        this.channel = channel;
        this.path = path;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    long position() {
        return filePosition - buffer.remaining();
    }

    long remaining() {
        return Math.min(size, HEADER_LIMIT) - position();
    }

    byte i8() throws IOException {
        return need(1).get();
    }

    short i16() throws IOException {
        return need(2).getShort();
    }

    int i32() throws IOException {
        return need(4).getInt();
    }

    long i64() throws IOException {
        return need(8).getLong();
    }

    /** Reads a count of things that take at least {@code bytesEach}; counts are unsigned, so 2^63 reads as negative. */
    long count(String what, int bytesEach) throws IOException {
        long count = i64();
        if (count < 0 || count > remaining() / bytesEach) {
            throw damaged("claims " + Long.toUnsignedString(count) + " " + what + " at byte " + (position() - 8)
                    + " but has only " + remaining() + " bytes left");
        }
        return count;
    }

    String text(String what) throws IOException {
        long length = count("bytes of " + what, 1);
        if (length > TEXT_LIMIT) {
            throw damaged("has " + what + " of " + length + " bytes, more than " + TEXT_LIMIT);
        }
        byte[] bytes = new byte[(int) length];
        int done = 0;
        while (done < bytes.length) {
            if (!buffer.hasRemaining()) {
                fill(1);
            }
            int step = Math.min(buffer.remaining(), bytes.length - done);
            buffer.get(bytes, done, step);
            done += step;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long bytes) throws IOException {
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
            return;
        }
        filePosition = position() + bytes;
        channel.position(filePosition);
        buffer.limit(0);
    }

    GatorException damaged(String complaint) {
        return new GatorException(LocalError.DAMAGED_FILE, path + " " + complaint);
    }

    private ByteBuffer need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill(bytes);
        }
        return buffer;
    }

    private void fill(int atLeast) throws IOException {
        buffer.compact();
        while (buffer.position() < atLeast) {
            int read = channel.read(buffer);
            if (read < 0) {
                throw new EOFException();
            }
            filePosition += read;
        }
        buffer.flip();
    }
}
