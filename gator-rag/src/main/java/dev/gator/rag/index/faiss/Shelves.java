package dev.gator.rag.index.faiss;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which folder belongs to which collection of which owner. Folders are named by digests, as the names of tenants and users
 * may hold anything; the file inside says whose it is, and refuses everybody else.
 */
final class Shelves implements AutoCloseable {

    private static final String WHOLE_TENANT = "tenant";
    private static final int NAME_LENGTH = 32;

    private final Path root;
    private final Tuning tuning;
    private final FileChannel held;
    private final Map<Path, FaissCollection> open = new HashMap<>();

    private Shelves(Path root, Tuning tuning, FileChannel held) {
        this.root = root;
        this.tuning = tuning;
        this.held = held;
    }

    static Shelves open(Path root, Tuning tuning) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new GatorException(StoreError.IO, root + " is open in another store or process");
            }
            return new Shelves(root, tuning, channel);
        } catch (IOException e) {
            throw RecordLog.failed("open " + root, e);
        }
    }

    synchronized Optional<FaissCollection> find(Owner owner, CollectionName name) {
        Path folder = folder(owner).resolve(name.value());
        FaissCollection known = open.get(folder);
        if (known != null) {
            return Optional.of(known);
        }
        if (!Files.exists(folder.resolve(RecordLog.NAME))) {
            return Optional.empty();
        }
        FaissCollection found = FaissCollection.open(folder, owner, name, tuning);
        open.put(folder, found);
        return Optional.of(found);
    }

    synchronized FaissCollection orCreate(Owner owner, CollectionName name) {
        Optional<FaissCollection> found = find(owner, name);
        if (found.isPresent()) {
            return found.get();
        }
        RecordLog.write(folder(owner).resolve(name.value()).resolve(RecordLog.NAME), owner, name, List.of());
        return find(owner, name).orElseThrow();
    }

    Set<CollectionName> names(Owner owner) {
        return folders(folder(owner), 1).stream()
                .map(folder -> CollectionName.of(String.valueOf(folder.getFileName())))
                .filter(name -> find(owner, name).orElseThrow().count(Filter.all()) > 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized long erase(Owner owner) {
        boolean whole = owner.user().isEmpty();
        Path erased = whole ? tenant(owner) : folder(owner);
        long records = 0;
        for (Path folder : folders(erased, whole ? 2 : 1)) {
            FaissCollection shelf = open.remove(folder);
            if (shelf != null) {
                shelf.close();
            }
            records += FaissCollection.count(folder.resolve(RecordLog.NAME));
        }
        delete(erased);
        return records;
    }

    synchronized void load(Owner owner, CollectionName name, Path file) {
        Path folder = folder(owner).resolve(name.value());
        FaissCollection replaced = open.remove(folder);
        if (replaced != null) {
            replaced.close();
        }
        FaissCollection.load(file, folder, owner, name);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(FaissCollection::close);
        open.clear();
        try {
            held.close();
        } catch (IOException e) {
            throw RecordLog.failed("close " + root, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private Path tenant(Owner owner) {
        return root.resolve(digest(owner.tenant()));
    }

    private Path folder(Owner owner) {
        return tenant(owner).resolve(owner.user().map(Shelves::digest).orElse(WHOLE_TENANT));
    }

    private static List<Path> folders(Path under, int depth) {
        if (!Files.exists(under)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(under, depth + 1, (path, facts) -> path.endsWith(RecordLog.NAME))) {
            return files.map(Path::getParent).toList();
        } catch (IOException e) {
            throw RecordLog.failed("list " + under, e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw RecordLog.failed("delete " + folder, e);
        }
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new GatorException(StoreError.IO, "this Java has no SHA-256", e);
        }
    }
}
