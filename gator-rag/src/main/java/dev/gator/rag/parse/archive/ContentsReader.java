package dev.gator.rag.parse.archive;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the table of contents at the end of a ZIP archive, which is the one that programs go by. */
final class ContentsReader {

    private static final int END_MARK = 0x06054b50;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LARGEST_CONTENTS = 64 << 20;
    private static final long ZIP64 = 0xffffffffL;
    private static final int OLD_OFFICE = 0xe011cfd0;
    private static final int PACKED = 8;
    private static final int LONGEST_NAME = 1_000;

    private final RandomBytes bytes;
    private final Source source;
    private final CallContext context;

    ContentsReader(RandomBytes bytes, Source source, CallContext context) {
        this.bytes = bytes;
        this.source = source;
        this.context = context;
    }

    Map<String, ArchiveEntry> read() {
        try {
            refuseOldOffice();
            return entries(contents());
        } catch (IOException | BufferUnderflowException e) {
            throw source.fault(ParseError.BROKEN, "is not a whole ZIP archive", e);
        }
    }

    /** Office wraps documents with a password into its old container, which is no archive. */
    private void refuseOldOffice() throws IOException {
        if (bytes.size() >= 4 && bytes.exactly(0, 4).getInt() == OLD_OFFICE) {
            throw source.fault(ParseError.ENCRYPTED, "has a password or the format of Office before 2007");
        }
    }

    private ByteBuffer contents() throws IOException {
        int tail = (int) Math.min(bytes.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer end = bytes.exactly(bytes.size() - tail, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (end.getInt(at) == END_MARK) {
                return contents(end.position(at + 8));
            }
        }
        throw broken("is not a whole ZIP archive");
    }

    private ByteBuffer contents(ByteBuffer end) throws IOException {
        end.getShort();
        int count = end.getShort() & 0xffff;
        long size = end.getInt() & ZIP64;
        long start = end.getInt() & ZIP64;
        if (count == 0xffff || size == ZIP64 || start == ZIP64) {
            throw source.tooLarge("entries", source.limits().entries());
        }
        if (count > source.limits().entries()) {
            throw source.tooLarge("entries", source.limits().entries());
        }
        if (size > LARGEST_CONTENTS) {
            throw source.tooLarge("bytes of contents", LARGEST_CONTENTS);
        }
        return bytes.exactly(start, (int) size);
    }

    private Map<String, ArchiveEntry> entries(ByteBuffer contents) {
        Map<String, ArchiveEntry> entries = new LinkedHashMap<>();
        while (contents.hasRemaining()) {
            context.check();
            ArchiveEntry entry = entry(contents);
            if (entries.put(entry.name(), entry) != null) {
                throw broken("names " + shown(entry.name()) + " twice");
            }
            if (entries.size() > source.limits().entries()) {
                throw source.tooLarge("entries", source.limits().entries());
            }
        }
        return entries;
    }

    private ArchiveEntry entry(ByteBuffer in) {
        if (in.getInt() != ENTRY_MARK) {
            throw broken("has a broken table of contents");
        }
        in.getInt();
        int flags = in.getShort();
        int method = in.getShort() & 0xffff;
        in.getInt();
        long checksum = in.getInt() & ZIP64;
        long packed = in.getInt() & ZIP64;
        in.getInt();
        int nameLength = in.getShort() & 0xffff;
        int skipped = (in.getShort() & 0xffff) + (in.getShort() & 0xffff);
        in.getLong();
        long header = in.getInt() & ZIP64;
        byte[] name = new byte[nameLength];
        in.get(name);
        in.get(new byte[skipped]);
        return checked(new ArchiveEntry(text(name), method == 0, packed, header, checksum), flags, method);
    }

    private ArchiveEntry checked(ArchiveEntry entry, int flags, int method) {
        if ((flags & 1) != 0) {
            throw source.fault(ParseError.ENCRYPTED, shown(entry.name()) + " has a password");
        }
        if (method != 0 && method != PACKED) {
            throw broken(shown(entry.name()) + " is packed in an unknown way");
        }
        if (entry.header() + entry.packedSize() > bytes.size()) {
            throw broken(shown(entry.name()) + " leaves the archive");
        }
        if (climbs(entry.name())) {
            throw source.fault(ParseError.HOSTILE, shown(entry.name()) + " leads outside the archive");
        }
        return entry;
    }

    /** Nothing is ever written under these names, but who writes them has something else in mind. */
    private static boolean climbs(String name) {
        return name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0
                || ("/" + name + "/").contains("/../");
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }

    private static String shown(String name) {
        return name.length() <= 24 ? name : name.substring(0, 24) + "\u2026";
    }

    private GatorException broken(String detail) {
        return source.fault(ParseError.BROKEN, detail);
    }
}
