package dev.gator.tck.wire;

import dev.gator.error.Require;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A gzip member of zeros. One packed MiB ends on a byte border, so that it can be repeated without packing again: a
 * bomb of any size costs the server a few hundred bytes of memory and next to no time.
 */
final class GzipBomb implements Content {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final int TRAILER = 8;

    private final int mebibytes;
    private final byte[] block;

    GzipBomb(int mebibytes) {
        this.mebibytes = Require.range("mebibytes", mebibytes, 1, 1 << 20);
        this.block = packedZeros();
    }

    @Override
    public long length() {
        return HEADER.length + (long) mebibytes * block.length + LAST_BLOCK.length + TRAILER;
    }

    @Override
    public void feed(Sink sink) throws IOException {
        sink.write(HEADER);
        for (int i = 0; i < mebibytes; i++) {
            sink.write(block);
        }
        sink.write(LAST_BLOCK);
        sink.write(trailer());
    }

    static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private byte[] trailer() {
        CRC32 crc = new CRC32();
        byte[] zeros = new byte[MEBIBYTE];
        for (int i = 0; i < mebibytes; i++) {
            crc.update(zeros);
        }
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt(mebibytes * MEBIBYTE)
                .array();
    }

    private static byte[] packedZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(new byte[MEBIBYTE]);
            byte[] packed = new byte[64 * 1024];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }
}
