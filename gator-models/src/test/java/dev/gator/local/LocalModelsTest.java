package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.embed.RerankRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelsTest {

    @TempDir
    Path folder;

    @Test
    void makesEachKind() {
        try (LocalModels models = LocalModels.create()) {
            Path file = TinyGguf.saying("Here I am.").write(folder.resolve("m.gguf"));
            assertEquals("Here I am.", models.chat(file.toString()).chat("Where?"));
            assertSame(models.chat(file.toString()), models.chat(file.toString()));
            assertEquals(1, models.models(CallContext.create()).size());
            assertEquals(
                    384, models.embedding("all-minilm-l6-v2").embed("hello").dimensions());
            assertEquals(
                    1,
                    models.reranker("lexical")
                            .rerank(RerankRequest.of("a fox", List.of("a fox")))
                            .ranked()
                            .size());
            assertTrue(models.kinds().contains(ModelKind.RERANK));
        }
    }

    @Test
    void unknownNamesAreTold() {
        try (LocalModels models = LocalModels.create()) {
            for (var make : List.<Runnable>of(() -> models.embedding("word2vec"), () -> models.reranker("bert"))) {
                GatorException error = assertThrows(GatorException.class, make::run);
                assertEquals(ProviderError.UNKNOWN_MODEL, error.code());
                assertTrue(error.getMessage().contains("local:"), error.getMessage());
            }
        }
    }

    @Test
    void healthTellsWhatIsReady() {
        try (LocalModels models = LocalModels.create()) {
            var health = models.health(CallContext.create());
            assertTrue(health.isUsable());
            assertTrue(health.detail().contains("GGUF models ready"), health.detail());
        }
    }

    @Test
    void itsFactoryMakesIt() {
        try (ModelProvider made = LocalModels.factory().create(ProviderConfig.defaults())) {
            assertEquals(LocalModels.factory().name(), made.name());
        }
    }

    @Test
    void aMissingDependencyIsNamedNotStumbledOn() throws Exception {
        Path file = TinyGguf.saying("Hi").write(folder.resolve("m.gguf"));
        assertEquals(
                "de.kherud:llama:4.2.0", missing("llama-4", "dev.gator.local.LocalProbe", "gguf", file.toString()));
        assertEquals(
                "net.java.dev.jna:jna:5.17.0", missing("jna-5", "dev.gator.local.LocalProbe", "gguf", file.toString()));
        assertEquals(
                "com.microsoft.onnxruntime:onnxruntime:1.28.0",
                missing("onnxruntime-", "dev.gator.local.LocalProbe", "embed", ""));
    }

    /** Runs a probe behind a class loader that lacks one jar, and returns the coordinates its error names. */
    private static String missing(String jar, String probe, String what, String file) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!Path.of(entry).getFileName().toString().startsWith(jar)) {
                path.add(url(entry));
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object said = loader.loadClass(probe)
                    .getMethod("run", String.class, String.class)
                    .invoke(null, what, file);
            String message = String.valueOf(said);
            assertTrue(message.startsWith("GATOR-PRV-022"), message);
            return List.of(message.split("[ ;]")).stream()
                    .filter(word -> word.contains(":") && word.matches(".*\\d$"))
                    .collect(Collectors.joining(","));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRuntimeThatReportsToItsMakerIsRefused() throws IOException {
        assertTrue(LocalJars.reports("1.29.0", null));
        assertTrue(LocalJars.reports("1.30.1", "0"));
        assertTrue(LocalJars.reports("2.0.0", null));
        assertFalse(LocalJars.reports("1.29.0", "1"));
        assertFalse(LocalJars.reports("1.28.0", null));
        assertFalse(LocalJars.reports(null, null));
    }

    @Test
    void theRuntimeThatIsNamedHoldsNoAddressToReportTo() throws IOException {
        try (InputStream library = LocalJars.open("ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
            String bytes = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("events.data.microsoft.com"));
        }
    }

    @Test
    void closingFreesWhatWasMade() {
        LocalModels models = LocalModels.create();
        Path file = TinyGguf.saying("Here I am.").write(folder.resolve("m.gguf"));
        models.chat(file.toString()).chat("Where?");
        models.close();
        assertThrows(GatorException.class, () -> models.chat(file.toString()).chat("Where?"));
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive() && thread.getName().equals("gator-local")));
    }
}
