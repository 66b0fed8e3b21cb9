package dev.gator.persona;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps each version in a file {@code owner/id/000001.json}. Writers take a lock file, so that several processes may share
 * the directory; readers need none, because a version never changes once it is there.
 */
final class DirectoryPersonaStore implements PersonaStore {

    private static final String LOCK = ".lock";
    private static final String ARCHIVED = ".archived";
    private static final Pattern SAFE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final Pattern VERSION_FILE = Pattern.compile("\\d{6,10}\\.json");

    private final Path root;
    private final ReentrantLock writing = new ReentrantLock();

    DirectoryPersonaStore(Path root) {
        this.root = root;
    }

    @Override
    public void save(Owner owner, Persona persona) {
        Path folder = folder(owner, persona.id());
        locked(() -> {
            List<Integer> versions = versionsIn(folder);
            Versions.requireNext(persona, versions.isEmpty() ? 0 : versions.get(versions.size() - 1));
            Files.createDirectories(folder);
            write(folder.resolve(fileName(persona.version())), persona.toJson().pretty());
            Files.deleteIfExists(folder.resolve(ARCHIVED));
        });
    }

    @Override
    public Optional<Persona> find(Owner owner, String id) {
        List<Integer> versions = versions(owner, id);
        return versions.isEmpty() ? Optional.empty() : find(owner, id, versions.get(versions.size() - 1));
    }

    @Override
    public Optional<Persona> find(Owner owner, String id, int version) {
        if (!SAFE_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = folder(owner, id).resolve(fileName(version));
        try {
            return Optional.of(Persona.parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read " + file, e);
        }
    }

    @Override
    public List<Persona> list(Owner owner) {
        return list(owner, false);
    }

    @Override
    public List<Persona> listArchived(Owner owner) {
        return list(owner, true);
    }

    @Override
    public List<Integer> versions(Owner owner, String id) {
        return SAFE_ID.matcher(id).matches() ? versionsIn(folder(owner, id)) : List.of();
    }

    @Override
    public void archive(Owner owner, String id, boolean archived) {
        if (versions(owner, id).isEmpty()) {
            throw Versions.unknown(id);
        }
        Path marker = folder(owner, id).resolve(ARCHIVED);
        locked(() -> {
            if (archived) {
                write(marker, "");
            } else {
                Files.deleteIfExists(marker);
            }
        });
    }

    private List<Persona> list(Owner owner, boolean archived) {
        return namesIn(folder(owner)).stream()
                .filter(id -> SAFE_ID.matcher(id).matches())
                .filter(id -> Files.exists(folder(owner, id).resolve(ARCHIVED)) == archived)
                .flatMap(id -> find(owner, id).stream())
                .toList();
    }

    private static List<Integer> versionsIn(Path folder) {
        return namesIn(folder).stream()
                .filter(name -> VERSION_FILE.matcher(name).matches())
                .map(name -> Integer.valueOf(name.substring(0, name.length() - ".json".length())))
                .sorted()
                .toList();
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw failed("list " + folder, e);
        }
    }

    private void locked(Writing work) {
        writing.lock();
        try {
            Files.createDirectories(root);
            try (FileChannel lock =
                            FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                work.run();
            }
        } catch (IOException e) {
            throw failed("write below " + root, e);
        } finally {
            writing.unlock();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder(Owner owner, String id) {
        return folder(owner).resolve(id);
    }

    // names come from outside and may be anything; a hash is a safe file name that cannot collide by case
    private Path folder(Owner owner) {
        try {
            String key =
                    owner.tenant() + "\0" + owner.user().map(user -> "u" + user).orElse("t");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return root.resolve(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }

    private static String fileName(int version) {
        return String.format("%06d.json", version);
    }

    private static GatorException failed(String what, Exception cause) {
        return new GatorException(PersonaError.STORE_FAILED, "cannot " + what, cause);
    }

    private interface Writing {
        void run() throws IOException;
    }
}
