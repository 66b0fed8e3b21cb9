package dev.gator.rag.parse.archive;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Unpacks entries and counts what comes out of all of them together. */
final class Unpacked {

    private static final int HEADER_MARK = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int PORTION = 1 << 14;
    private static final long HARMLESS = 1 << 20;

    private final Source source;
    private final CallContext context;
    private long total;

    Unpacked(Source source, CallContext context) {
        this.source = source;
        this.context = context;
    }

    InputStream stream(RandomBytes bytes, ArchiveEntry entry) throws IOException {
        ByteBuffer header = bytes.exactly(entry.header(), HEADER_SIZE);
        if (header.getInt(0) != HEADER_MARK) {
            throw new IOException("no header at " + entry.header());
        }
        int names = (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
        InputStream raw = new Portion(bytes, entry.header() + HEADER_SIZE + names, entry.packedSize());
        return new Counted(entry.stored() ? raw : new OwnInflater(raw), entry);
    }

    private void count(ArchiveEntry entry, long unpacked, int more) {
        total += more;
        if (total > source.limits().bytes()) {
            throw source.tooLarge("bytes unpacked", source.limits().bytes());
        }
        int ratio = source.limits().ratio();
        if (unpacked > HARMLESS && unpacked / ratio > entry.packedSize()) {
            throw source.fault(
                    ParseError.HOSTILE, "unpacks to more than " + ratio + " times its size, the limit ratio");
        }
    }

    /** The packed bytes of one entry. */
    private static final class Portion extends InputStream {
        private final RandomBytes bytes;
        private final long end;
        private long at;

        Portion(RandomBytes bytes, long start, long length) {
            this.bytes = bytes;
            this.at = start;
            this.end = start + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = (int) Math.min(length, end - at);
            int read = most <= 0 ? -1 : bytes.read(ByteBuffer.wrap(into, offset, most), at);
            at += Math.max(read, 0);
            return read;
        }
    }

    /** Gives its native memory back when it is closed. */
    private static final class OwnInflater extends InflaterInputStream {
        OwnInflater(InputStream packed) {
            super(packed, new Inflater(true), PORTION);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Counts, and compares the checksum at the end. */
    private final class Counted extends FilterInputStream {
        private final ArchiveEntry entry;
        private final CRC32 checksum = new CRC32();
        private long unpacked;

        Counted(InputStream in, ArchiveEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            context.check();
            int read = in.read(into, offset, Math.min(length, PORTION));
            if (read < 0 && checksum.getValue() != entry.checksum()) {
                throw new IOException("the checksum of " + entry.name() + " is wrong");
            }
            if (read > 0) {
                checksum.update(into, offset, read);
                unpacked += read;
                count(entry, unpacked, read);
            }
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            return Math.max(read(new byte[(int) Math.min(PORTION, Math.max(most, 0))]), 0);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
