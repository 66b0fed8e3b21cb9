package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** A collection as one file: a format, the records, a checksum. Replaced as a whole, so that there is always a whole one. */
final class ExactFile {

    private static final String NAME = "records.gator";
    private static final String NEXT = NAME + ".next";
    private static final int FORMAT = 0x47_41_58_01; // "GAX", version 1

    private final Path folder;

    ExactFile(Path folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve(NAME));
    }

    /** Writes the records of an owner's collection in place of what was there. */
    void write(String owner, List<VectorRecord> records) throws IOException {
        Growing out = new Growing();
        out.number(FORMAT);
        out.text(owner);
        out.number(records.size());
        records.forEach(record -> write(record, out));
        out.number(sum(out.bytes()));
        Files.createDirectories(folder);
        Path next = folder.resolve(NEXT);
        Files.write(next, out.bytes());
        IOUtils.fsync(next, false);
        Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    /** Reads the records; refuses what is damaged, and what was written for somebody else unless {@code owner} is null. */
    List<VectorRecord> read(@Nullable String owner) throws IOException {
        Path file = folder.resolve(NAME);
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - Integer.BYTES;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // before it is read: damaged lengths may ask for gigabytes
        if (end < 0 || in.getInt(end) != sum(bytes, end)) {
            throw Failures.corrupt("the checksum of " + file + " is wrong");
        }
        int format = in.getInt();
        if (format != FORMAT) {
            throw Failures.corrupt(file + " has the format version " + Integer.toHexString(format));
        }
        String written = FactsCoding.text(in);
        if (owner != null && !owner.equals(written)) {
            throw Failures.corrupt(file + " was written for " + written);
        }
        List<VectorRecord> records = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            records.add(record(in));
        }
        return records;
    }

    private static void write(VectorRecord record, Growing out) {
        out.text(record.id());
        out.text(record.text());
        FactsCoding.write(record.attributes(), out);
        float[] values = record.embedding().map(Embedding::toArray).orElse(new float[0]);
        out.number(values.length);
        out.floats(values);
    }

    private static VectorRecord record(ByteBuffer in) {
        String id = FactsCoding.text(in);
        String text = FactsCoding.text(in);
        Attributes facts = FactsCoding.read(in);
        float[] values = new float[in.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getFloat();
        }
        return new VectorRecord(id, values.length == 0 ? null : Embedding.of(values), text, facts);
    }

    private static int sum(byte[] bytes) {
        return sum(bytes, bytes.length);
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
