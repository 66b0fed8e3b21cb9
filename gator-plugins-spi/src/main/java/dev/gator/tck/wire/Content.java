package dev.gator.tck.wire;

import java.io.IOException;
import java.util.Arrays;

/** The body of a reply: something that feeds a sink, as often as it is asked to. */
interface Content {

    /** The length of a body that is not known before it has been sent. */
    long UNKNOWN = -1;

    /** Returns the length in bytes, or {@link #UNKNOWN}. */
    long length();

    /** Sends the whole body. */
    void feed(Sink sink) throws IOException;

    /** Returns a body that lies in memory. */
    static Content of(byte[] bytes) {
        return new Whole(bytes);
    }

    /** Returns a body of one repeated byte that is never held in memory. */
    static Content repeated(char filler, long length) {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) filler);
        return new Repeated(block, length);
    }

    /** Returns a body whose length shows only when it ends. */
    static Content streamed(Feed feed) {
        return new Streamed(feed);
    }

    /** Sends a body. */
    @FunctionalInterface
    interface Feed {
        /** Sends the whole body. */
        void to(Sink sink) throws IOException;
    }

    /** A body in memory. */
    final class Whole implements Content {

        private final byte[] bytes;

        private Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void feed(Sink sink) throws IOException {
            sink.write(bytes);
        }
    }

    /** The same block again and again. */
    final class Repeated implements Content {

        private final byte[] block;
        private final long length;

        private Repeated(byte[] block, long length) {
            this.block = block;
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void feed(Sink sink) throws IOException {
            for (long left = length; left > 0; left -= block.length) {
                sink.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    /**
     * A body of unknown length.
     *
     * @param feed sends it
     */
    record Streamed(Feed feed) implements Content {

        @Override
        public long length() {
            return UNKNOWN;
        }

        @Override
        public void feed(Sink sink) throws IOException {
            feed.to(sink);
        }
    }
}
