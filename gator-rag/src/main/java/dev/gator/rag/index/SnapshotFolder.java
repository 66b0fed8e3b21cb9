package dev.gator.rag.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * A folder that holds one saved collection. The files lie in a folder of their own below it, and one small file points there;
 * replacing that file is the step that makes a new snapshot the current one.
 */
final class SnapshotFolder {

    private static final String POINTER = "gator.snapshot";
    private static final String NEXT_POINTER = POINTER + ".next";
    private static final String FILES = "files-";
    private static final String FORMAT = "gator-snapshot-1";

    private final Path folder;

    SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    /** Fills a new folder with files. */
    interface Filling {
        List<String> fill(Directory empty) throws IOException;
    }

    void save(Filling filling) throws IOException {
        Path files = Files.createDirectories(folder.resolve(FILES + UUID.randomUUID()));
        try (Directory target = FSDirectory.open(files, NoLockFactory.INSTANCE)) {
            target.sync(filling.fill(target));
            target.syncMetaData();
        }
        IOUtils.fsync(folder, true);
        point(name(files));
        for (Path other : children()) {
            if (name(other).startsWith(FILES) && !other.equals(files)) {
                DiskPlaces.delete(other);
            }
        }
    }

    /** Opens the current snapshot, whose every file is as it was written. */
    Directory open() throws IOException {
        Directory saved = FSDirectory.open(folder.resolve(current()), NoLockFactory.INSTANCE);
        try {
            Label.requireFormat(Checksums.verify(saved));
            return saved;
        } catch (IOException | RuntimeException e) {
            saved.close();
            throw e;
        }
    }

    static void copy(Directory from, List<String> files, Directory to) throws IOException {
        for (String file : files) {
            to.copyFrom(from, file, file, IOContext.READONCE);
        }
    }

    private void point(String files) throws IOException {
        Path next = folder.resolve(NEXT_POINTER);
        Files.writeString(next, pointer(files));
        IOUtils.fsync(next, false);
        Files.move(next, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    private String current() throws IOException {
        Path pointer = folder.resolve(POINTER);
        if (!Files.isRegularFile(pointer)) {
            throw Failures.corrupt("there is no snapshot in " + folder);
        }
        String text = new String(Files.readAllBytes(pointer), StandardCharsets.ISO_8859_1);
        List<String> words = List.of(text.split(" ", -1));
        if (words.size() < 2 || !text.equals(pointer(words.get(1)))) {
            throw Failures.corrupt(pointer + " is damaged or was written by another version");
        }
        return words.get(1);
    }

    private static String pointer(String files) {
        String text = FORMAT + " " + files + " ";
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return text + Long.toHexString(sum.getValue());
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
