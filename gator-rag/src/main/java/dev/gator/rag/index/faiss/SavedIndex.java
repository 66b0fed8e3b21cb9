package dev.gator.rag.index.faiss;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A FAISS index on disk: a file as FAISS writes it, and a note that says what it is and what its checksum is. The note is
 * replaced last and at once, so that after a crash it names either the old file or the new one.
 *
 * @param file what FAISS wrote
 * @param rows how many rows of the collection it covers
 */
record SavedIndex(Path file, int rows) {

    private static final Logger LOG = LoggerFactory.getLogger(SavedIndex.class);
    private static final int FORMAT = 1;
    private static final String NOTE = "index.json";
    private static final int BLOCK = 1 << 16;

    /** Finds the index that belongs to a log, if it is there and whole. */
    static Optional<SavedIndex> find(Path folder, long generation, String factory) {
        Path note = folder.resolve(NOTE);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            JsonObject said = Json.parse(Files.readString(note)).asObject();
            Path file = folder.resolve(said.string("file"));
            boolean belongs = said.number("format").longValue() == FORMAT
                    && said.string("generation").equals(Long.toHexString(generation))
                    && said.string("factory").equals(factory);
            if (belongs && said.number("crc32c").longValue() == checksum(file)) {
                return Optional.of(
                        new SavedIndex(file, (int) said.number("rows").longValue()));
            }
            LOG.warn("the FAISS index {} is damaged or of another making; it is built again from its records", file);
        } catch (IOException | GatorException e) {
            LOG.warn("the FAISS index in {} cannot be read and is built again from its records", folder, e);
        }
        return Optional.empty();
    }

    /** Writes an index; when this returns it is durable, and when it fails the one before is still there. */
    static SavedIndex save(NativeIndex index, Path folder, long generation, String factory) {
        int rows = (int) index.size();
        Path file = folder.resolve("index-" + Long.toHexString(generation) + "-" + rows + ".faiss");
        Path unfinished = folder.resolve(NOTE + ".new");
        try {
            index.save(file);
            sync(file);
            JsonObject note = JsonObject.builder()
                    .put("format", FORMAT)
                    .put("generation", Long.toHexString(generation))
                    .put("factory", factory)
                    .put("file", file.getFileName().toString())
                    .put("rows", rows)
                    .put("crc32c", checksum(file))
                    .build();
            Files.writeString(unfinished, note.pretty(), StandardCharsets.UTF_8);
            sync(unfinished);
            Files.move(unfinished, folder.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
            RecordLog.syncFolder(folder);
            deleteOthers(folder, file);
        } catch (IOException e) {
            throw RecordLog.failed("save " + file, e);
        }
        return new SavedIndex(file, rows);
    }

    private static void deleteOthers(Path folder, Path kept) throws IOException {
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(file -> file.toString().endsWith(".faiss") && !file.equals(kept))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    private static void sync(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.getFD().sync();
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                sum.update(block, 0, length);
            }
        }
        return sum.getValue();
    }
}
