package dev.gator.secret;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where secrets come from: the environment, mounted files, a map, or a vault that the application connects. */
@FunctionalInterface
public interface SecretSource {

    /** Returns the secret of that name, or empty if this source has none. */
    Optional<Secret> find(String name);

    /** Returns a source that asks this one first, then {@code next}. */
    default SecretSource or(SecretSource next) {
        return name -> find(name).or(() -> next.find(name));
    }

    /** Returns a source that never has anything. */
    static SecretSource none() {
        return name -> Optional.empty();
    }

    /** Returns a source that reads environment variables. */
    static SecretSource environment() {
        return name -> Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Secret::of);
    }

    /** Returns a source over fixed values. */
    static SecretSource of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name)).map(Secret::of);
    }

    /** Returns a source that reads one file for each name, as container platforms mount them. */
    static SecretSource directory(Path directory) {
        return name -> {
            Path file = directory.resolve(name).normalize();
            if (!file.startsWith(directory.normalize()) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Secret.of(Files.readString(file)));
            } catch (IOException e) {
                throw new GatorException(CallError.ATTACHMENT_UNREADABLE, "secret file " + file, e);
            }
        };
    }
}
