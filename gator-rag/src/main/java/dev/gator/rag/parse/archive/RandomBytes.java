package dev.gator.rag.parse.archive;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read at any place: a file's or an array's. */
abstract sealed class RandomBytes implements AutoCloseable {

    static RandomBytes of(Source source, CallContext context) {
        if (source.file().isEmpty()) {
            return new InMemory(source.bytes(context));
        }
        Path file = source.file().get();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new OnDisk(channel, channel.size());
        } catch (IOException e) {
            throw source.fault(ParseError.UNREADABLE, "cannot be read", e);
        }
    }

    abstract long size();

    /** Fills what it can from {@code at} on; returns how many bytes, or -1 beyond the end. */
    abstract int read(ByteBuffer into, long at) throws IOException;

    @Override
    public abstract void close();

    /** Returns exactly {@code length} bytes, to be read in the order of ZIP. */
    ByteBuffer exactly(long at, int length) throws IOException {
        if (at < 0 || at + length > size()) {
            throw new EOFException("nothing at " + at);
        }
        ByteBuffer into = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (into.hasRemaining()) {
            if (read(into, at + into.position()) < 0) {
                throw new EOFException("nothing at " + (at + into.position()));
            }
        }
        return into.flip();
    }

    private static final class InMemory extends RandomBytes {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        long size() {
            return bytes.length;
        }

        @Override
        int read(ByteBuffer into, long at) {
            int length = (int) Math.min(into.remaining(), bytes.length - at);
            if (length <= 0) {
                return -1;
            }
            into.put(bytes, (int) at, length);
            return length;
        }

        @Override
        public void close() {
            // the array goes with its last reader
        }
    }

    private static final class OnDisk extends RandomBytes {
        private final FileChannel channel;
        private final long size;

        OnDisk(FileChannel channel, long size) {
            this.channel = channel;
            this.size = size;
        }

        @Override
        long size() {
            return size;
        }

        @Override
        int read(ByteBuffer into, long at) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // nothing was written, so nothing can be lost
            }
        }
    }
}
