package dev.gator.rag.index;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;

/** Indexes in folders below one root, which one store at a time may have open. */
final class DiskPlaces implements Places {

    private static final String LOCK = "gator.lock";
    private static final String REMOVED = ".removed-";

    private final Path root;
    private final Directory lockFolder;
    private final Lock lock;

    private DiskPlaces(Path root, Directory lockFolder, Lock lock) {
        this.root = root;
        this.lockFolder = lockFolder;
        this.lock = lock;
    }

    static DiskPlaces open(Path root) throws IOException {
        Directory folder = FSDirectory.open(Files.createDirectories(root), NativeFSLockFactory.INSTANCE);
        try {
            DiskPlaces places = new DiskPlaces(root, folder, folder.obtainLock(LOCK));
            places.sweep();
            return places;
        } catch (LockObtainFailedException e) {
            folder.close();
            throw new GatorException(IndexError.IN_USE, "another store has " + root + " open", e);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public List<Place> all() throws IOException {
        List<Place> found = new ArrayList<>();
        for (Path tenant : folders(root)) {
            for (Path user : folders(tenant)) {
                for (Path collection : folders(user)) {
                    found.add(new Place(name(tenant), name(user), name(collection)));
                }
            }
        }
        return found;
    }

    @Override
    public boolean exists(Place place) {
        return Files.isDirectory(folder(place));
    }

    @Override
    public Directory open(Place place) throws IOException {
        return FSDirectory.open(Files.createDirectories(folder(place)), NativeFSLockFactory.INSTANCE);
    }

    @Override
    public void remove(Place place) throws IOException {
        if (exists(place)) {
            // a rename is one step, deleting file by file is not: a kill leaves the whole index or none
            Path removed = root.resolve(REMOVED + UUID.randomUUID());
            Files.move(folder(place), removed, StandardCopyOption.ATOMIC_MOVE);
            delete(removed);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        lockFolder.close();
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void sweep() throws IOException {
        for (Path folder : children(root)) {
            if (name(folder).startsWith(REMOVED)) {
                delete(folder);
            }
        }
    }

    /** Returns the folder of a place, which may not be there. */
    Path folder(Place place) {
        return root.resolve(place.tenant()).resolve(place.user()).resolve(place.collection());
    }

    private static List<Path> folders(Path folder) throws IOException {
        return children(folder).stream()
                .filter(child -> Files.isDirectory(child) && !name(child).startsWith("."))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
