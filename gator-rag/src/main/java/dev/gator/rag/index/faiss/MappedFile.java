package dev.gator.rag.index.faiss;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A growing file as memory. What was written last stays in the heap until it is worth a mapping. Regions begin and end
 * between frames, so that no record is cut. Reading never goes through a channel, which an interrupted reader would close
 * for everybody.
 */
final class MappedFile {

    /** The largest mapping, and the largest frame. */
    static final int LARGEST = 1 << 30;

    private static final int WORTH_MAPPING = 4 << 20;

    private final Path path;
    private final TreeMap<Long, ByteBuffer> regions = new TreeMap<>();
    private long mapped = -1;
    private long written = -1;

    MappedFile(Path path) {
        this.path = path;
    }

    /** Returns the bytes from a position up to the end of its region, the lowest byte of a number first. */
    ByteBuffer at(long position) {
        Map.Entry<Long, ByteBuffer> region = regions.floorEntry(position);
        ByteBuffer bytes = region.getValue();
        int offset = (int) (position - region.getKey());
        return bytes.slice(offset, bytes.limit() - offset).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the frame at a position, or null if the file ends before it does. */
    @Nullable
    ByteBuffer frame(long start, long length, int headSize) throws IOException {
        if (mapped < 0 || mapped < start + headSize) {
            map(start, length);
        }
        ByteBuffer rest = at(start);
        if (rest.remaining() < headSize) {
            return null;
        }
        long size = headSize + (rest.getInt(0) & 0xFFFFFFFFL);
        if (size > LARGEST || start + size > length) {
            return null;
        }
        if (start + size > mapped) {
            map(start, length);
        }
        written = start + size;
        return at(start).limit((int) size);
    }

    /** Takes in a frame that was written at a position. */
    void grow(long start, ByteBuffer frame) {
        if (mapped < 0 || mapped > start) {
            mapped = start;
        }
        regions.put(start, frame);
        written = start + frame.limit();
        if (written - mapped > WORTH_MAPPING && written - mapped <= LARGEST) {
            long from = mapped;
            try {
                map(from, written);
                regions.tailMap(from, false).clear();
            } catch (IOException e) {
                mapped = from; // it stays in the heap until a later frame tries again
            }
        }
    }

    private void map(long from, long upTo) throws IOException {
        long size = Math.min(LARGEST, upTo - from);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            regions.put(from, channel.map(FileChannel.MapMode.READ_ONLY, from, size));
            mapped = from + size;
        }
    }
}
