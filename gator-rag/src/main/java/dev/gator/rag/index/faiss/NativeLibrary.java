package dev.gator.rag.index.faiss;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the bridge to FAISS, once for each process: where a system property says, or in a jar on the class path. */
final class NativeLibrary {

    static final String PROPERTY = "gator.faiss.library";

    private NativeLibrary() {}

    /** Loads the library, or says what to do about its absence; the same each time. */
    static void require() {
        Refusal refusal = Loaded.REFUSAL;
        if (refusal != null) {
            throw new GatorException(FaissError.NO_LIBRARY, refusal.why, refusal.cause);
        }
    }

    private static @Nullable Refusal tryToLoad() {
        try {
            String named = System.getProperty(PROPERTY);
            System.load((named == null ? unpacked() : Path.of(named))
                    .toAbsolutePath()
                    .toString());
            return null;
        } catch (UnsatisfiedLinkError e) {
            return new Refusal("FAISS could not be loaded: " + e.getMessage(), e);
        } catch (IOException e) {
            return new Refusal("the library of FAISS could not be unpacked: " + e, e);
        } catch (GatorException e) {
            return new Refusal(e.detail(), null);
        }
    }

    private static Path unpacked() throws IOException {
        String resource = "gator-native/" + platform() + "/libgator_faiss.so";
        ClassLoader loader = NativeLibrary.class.getClassLoader();
        try (InputStream library = loader.getResourceAsStream(resource)) {
            if (library == null) {
                throw new GatorException(FaissError.NO_LIBRARY, "there is no " + resource + " on the class path");
            }
            Path folder = Files.createTempDirectory("gator-faiss");
            Path copy = folder.resolve("libgator_faiss.so");
            Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return copy;
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system + "-" + System.getProperty("os.arch", "");
    }

    /** The outcome of the one attempt: a library is loaded once for each class loader, and never again. */
    private static final class Loaded {
        static final @Nullable Refusal REFUSAL = tryToLoad();
    }

    /** Why there is no library. Each call makes an exception of its own from it. */
    private record Refusal(String why, @Nullable Throwable cause) {}
}
