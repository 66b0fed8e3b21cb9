package dev.gator.rag.index.faiss;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.StoreError;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The file that is the truth of a collection: frames of written and deleted records, each with a checksum. A frame is there
 * whole or not at all. The head of the file says up to where it was made durable; damage before that is reported, what lies
 * unfinished behind it is the trace of a crash and is cut off.
 */
final class RecordLog implements AutoCloseable {

    static final String NAME = "records.log";

    private static final long MAGIC = 0x4741544F52564543L;
    private static final int VERSION = 1;
    private static final int HEAD = 32;
    private static final int FRAME_HEAD = 9;
    private static final byte OWNER = 1;
    private static final byte WRITTEN = 2;
    private static final byte DELETED = 3;

    private final RandomAccessFile file;
    private final MappedFile bytes;
    private final long generation;
    private ByteBuffer owner = ByteBuffer.allocate(0);
    private long durable;
    private long end = HEAD;

    private RecordLog(Path path, RandomAccessFile file, long generation, long durable) {
        this.file = file;
        this.bytes = new MappedFile(path);
        this.generation = generation;
        this.durable = durable;
    }

    /** Learns what a log contains, in the order in which it was written. */
    interface Reader {

        void written(long position, VectorRecord record);

        void deleted(String id);
    }

    /** Creates or replaces a log with these batches of records; whole when this returns, untouched when it fails. */
    static void write(Path target, Owner owner, CollectionName collection, Iterable<List<VectorRecord>> batches) {
        Path whole = target.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(whole.getParent(), whole);
        Path unfinished = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            try (RandomAccessFile file = new RandomAccessFile(unfinished.toFile(), "rw")) {
                RecordLog log =
                        new RecordLog(unfinished, file, UUID.randomUUID().getMostSignificantBits(), HEAD);
                log.append(OWNER, ownerBytes(owner, collection));
                batches.forEach(batch -> log.written(batch, (position, record) -> {}));
                log.writeHead(log.end);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } catch (IOException e) {
            throw failed("write " + target, e);
        }
    }

    /** Opens the log of an owner's collection, and nobody else's. */
    static RecordLog open(Path path, Owner owner, CollectionName collection, Reader reader) {
        RecordLog log = open(path, reader);
        if (!ByteBuffer.wrap(ownerBytes(owner, collection).toByteArray()).equals(log.owner)) {
            log.close();
            throw corrupt(path + " belongs to somebody else, or has another name");
        }
        return log;
    }

    /** Opens a log, whoever's it is, and tells the reader what it contains. */
    static RecordLog open(Path path, Reader reader) {
        if (!Files.exists(path)) {
            throw corrupt("there is no " + path);
        }
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                RecordLog log = readHead(path, file);
                log.replay(reader);
                return log;
            } catch (IOException | GatorException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed("read " + path, e);
        }
    }

    /** Receives where a record was written. */
    interface Written {

        void at(long position, VectorRecord record);
    }

    /** Appends records as one frame, all or none. */
    void written(List<VectorRecord> records, Written each) {
        RecordCodec.Bytes payload = new RecordCodec.Bytes();
        payload.number(records.size());
        long[] offsets = new long[records.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = payload.size();
            payload.writeBytes(RecordCodec.encode(records.get(i)));
            if (payload.size() > MappedFile.LARGEST / 2) {
                throw new GatorException(StoreError.TOO_LARGE, "more than 512 MiB in one call; write fewer at once");
            }
        }
        long start = append(WRITTEN, payload);
        for (int i = 0; i < offsets.length; i++) {
            each.at(start + offsets[i], records.get(i));
        }
    }

    /** Appends that records were deleted. */
    void deleted(Set<String> ids) {
        RecordCodec.Bytes payload = new RecordCodec.Bytes();
        payload.number(ids.size());
        ids.forEach(payload::text);
        append(DELETED, payload);
    }

    /** Returns the record that was written at a position. */
    VectorRecord record(long position) {
        return RecordCodec.decode(bytes.at(position));
    }

    /** Returns the bytes from a position on. */
    ByteBuffer at(long position) {
        return bytes.at(position);
    }

    /** Makes durable what was appended. */
    void sync() {
        if (durable == end) {
            return;
        }
        try {
            file.getFD().sync();
            writeHead(end);
        } catch (IOException e) {
            throw failed("make a collection durable", e);
        }
    }

    /** Returns the number that this file got at its birth, by which a derived index knows that it belongs to it. */
    long generation() {
        return generation;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed("close a collection", e);
        }
    }

    /** Makes durable that a folder's files have the names they have. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static GatorException corrupt(String detail) {
        return new GatorException(StoreError.CORRUPT, detail);
    }

    static GatorException failed(String what, IOException cause) {
        return new GatorException(StoreError.IO, "could not " + what + ": " + cause, cause);
    }

    private long append(byte kind, RecordCodec.Bytes payload) {
        byte[] content = payload.toByteArray();
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + content.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(content.length)
                .putInt(checksum(kind, ByteBuffer.wrap(content)))
                .put(kind)
                .put(content);
        try {
            file.seek(end);
            file.write(frame.array());
        } catch (IOException e) {
            // What was written of the frame lies behind the end, where the next frame replaces it.
            throw failed("write a record", e);
        }
        bytes.grow(end, frame.flip());
        long start = end + FRAME_HEAD;
        end += frame.limit();
        return start;
    }

    private void writeHead(long durableUpTo) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head.putLong(MAGIC).putInt(VERSION).putInt(headChecksum(generation, durableUpTo));
        head.putLong(generation).putLong(durableUpTo);
        file.seek(0);
        file.write(head.array());
        file.getFD().sync();
        durable = durableUpTo;
    }

    private static RecordLog readHead(Path path, RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[HEAD];
        if (file.read(bytes) < HEAD) {
            throw corrupt(path + " has no head");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (head.getLong() != MAGIC) {
            throw corrupt(path + " is not a collection of this store");
        }
        int version = head.getInt();
        if (version != VERSION) {
            throw corrupt(path + " has format " + version + ", this version reads " + VERSION);
        }
        int checksum = head.getInt();
        long generation = head.getLong();
        long durable = head.getLong();
        if (checksum != headChecksum(generation, durable)) {
            throw corrupt("the head of " + path + " is damaged");
        }
        return new RecordLog(path, file, generation, durable);
    }

    private void replay(Reader reader) throws IOException {
        long length = file.length();
        while (end < length) {
            ByteBuffer frame = bytes.frame(end, length, FRAME_HEAD);
            if (frame == null || !intact(frame)) {
                break;
            }
            byte kind = frame.get(8);
            ByteBuffer payload = frame.position(FRAME_HEAD).slice().order(ByteOrder.LITTLE_ENDIAN);
            if (kind == OWNER) {
                owner = payload;
            } else {
                tell(kind, payload, end + FRAME_HEAD, reader);
            }
            end += frame.limit();
        }
        if (end < durable) {
            throw corrupt("a collection is damaged at byte " + end + " of " + durable);
        }
        file.setLength(end);
    }

    private static boolean intact(ByteBuffer frame) {
        ByteBuffer content = frame.duplicate().position(FRAME_HEAD);
        return frame.getInt(4) == checksum(frame.get(8), content);
    }

    private static void tell(byte kind, ByteBuffer payload, long start, Reader reader) {
        for (int left = payload.getInt(); left > 0; left--) {
            if (kind == WRITTEN) {
                long position = start + payload.position();
                reader.written(position, RecordCodec.decode(payload));
            } else {
                reader.deleted(RecordCodec.text(payload));
            }
        }
    }

    private static RecordCodec.Bytes ownerBytes(Owner owner, CollectionName collection) {
        RecordCodec.Bytes bytes = new RecordCodec.Bytes();
        bytes.text(owner.tenant());
        bytes.number(owner.user().isPresent() ? 1 : 0);
        bytes.text(owner.user().orElse(""));
        bytes.text(collection.value());
        return bytes;
    }

    private static int checksum(byte kind, ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(kind);
        sum.update(content);
        return (int) sum.getValue();
    }

    private static int headChecksum(long generation, long durable) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(16).putLong(generation).putLong(durable).flip());
        return (int) sum.getValue();
    }
}
