package dev.gator.local;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.gator.error.GatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads llama.cpp once for the process, as the operating system would anyway. */
final class LlamaNatives {

    private static final Logger LOG = LoggerFactory.getLogger("dev.gator.local.llama");
    private static final int ERROR_LEVEL = 4;

    private LlamaNatives() {}

    /** Returns the library, or says what is missing. */
    static LlamaLibrary load() {
        try {
            return Loaded.LIBRARY;
        } catch (ExceptionInInitializerError e) {
            throw e.getCause() instanceof GatorException cause ? cause : notLoaded(e);
        } catch (LinkageError e) {
            throw notLoaded(e);
        }
    }

    /** Gives freed memory back to the system; glibc keeps what other threads have freed, hundreds of megabytes of it. */
    static void giveBackFreedMemory() {
        if (Platform.isLinux()) {
            try {
                NativeLibrary.getInstance("c").getFunction("malloc_trim").invokeInt(new Object[] {0L});
            } catch (UnsatisfiedLinkError e) {
                LOG.debug("this C library gives freed memory back by itself", e);
            }
        }
    }

    private static GatorException notLoaded(Throwable e) {
        return new GatorException(LocalError.NO_NATIVE, "llama.cpp does not load: " + e.getMessage(), e);
    }

    private static final class Loaded {
        // llama.cpp keeps the address of the sink, so it must stay reachable as long as the library
        private static final LlamaLibrary.LogSink SINK = Loaded::log;
        private static final LlamaLibrary LIBRARY = open();

        private static LlamaLibrary open() {
            Path file = extract();
            LlamaLibrary library =
                    Native.load(file.toString(), LlamaLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            library.llama_log_set(SINK, Pointer.NULL);
            library.llama_backend_init();
            return library;
        }

        private static Path extract() {
            String resource = "de/kherud/llama/" + platform();
            try (InputStream in = LlamaNatives.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new GatorException(LocalError.NO_NATIVE, "de.kherud:llama has no " + resource);
                }
                Path file = Files.createTempFile("gator-llama-", Platform.isMac() ? ".dylib" : ".so");
                file.toFile().deleteOnExit();
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new GatorException(LocalError.NO_NATIVE, "cannot unpack " + resource + ": " + e.getMessage(), e);
            }
        }

        private static String platform() {
            String processor = Platform.isARM() ? "aarch64" : "x86_64";
            if (Platform.isMac()) {
                return "Mac/" + processor + "/libjllama.dylib";
            }
            if (Platform.isLinux() && !Platform.isAndroid()) {
                return "Linux/" + processor + "/libjllama.so";
            }
            throw new GatorException(
                    LocalError.NO_NATIVE,
                    System.getProperty("os.name") + " is not supported: its llama.cpp exports no C functions");
        }

        private static void log(int level, Pointer text, Pointer data) {
            if (text != null && (level == ERROR_LEVEL ? LOG.isWarnEnabled() : LOG.isDebugEnabled())) {
                String line = text.getString(0, "UTF-8").stripTrailing();
                if (level == ERROR_LEVEL) {
                    LOG.warn(line);
                } else if (!line.isEmpty()) {
                    LOG.debug(line);
                }
            }
        }
    }
}
