package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryTest {

    @ParameterizedTest
    @CsvSource({
        "a.html, jsoup, text/html needs org.jsoup:jsoup:",
        "a.epub, jsoup, application/epub+zip needs org.jsoup:jsoup:",
        "a.md, commonmark-0, text/markdown needs org.commonmark:commonmark:",
        "a.md, commonmark-ext-gfm-tables, text/markdown needs org.commonmark:commonmark-ext-gfm-tables:",
        "tea.pdf, pdfbox-3, application/pdf needs org.apache.pdfbox:pdfbox:"
    })
    void aMissingLibraryIsNamed(String file, String jar, String said) throws Exception {
        try (URLClassLoader poor = without(jar)) {
            String message = failure(poor, file);

            assertTrue(message.startsWith("GATOR-PAR-006 " + file + ": " + said), message);
        }
    }

    @Test
    void otherKindsOfFileAreReadWithoutAnyLibrary() throws Exception {
        try (URLClassLoader poor = without("jsoup", "commonmark", "pdfbox", "fontbox")) {
            for (String name : Formats.all().keySet()) {
                boolean needy = name.matches(".*\\.(html|epub|md|pdf)");
                assertEquals(needy, !failure(poor, name).isEmpty(), name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void theNamedVersionIsTheOneThatIsTested(Library library) throws IOException {
        String[] parts = library.coordinates().split(":");
        String jar = "/" + parts[1] + "-" + parts[2] + ".jar";

        assertTrue(System.getProperty("java.class.path").contains(jar), "not on the class path: " + jar);
    }

    /** Returns what the error says; empty if the file was read. */
    private static String failure(ClassLoader loader, String name) throws ReflectiveOperationException {
        Class<?> context = loader.loadClass(CallContext.class.getName());
        Class<?> parsers = loader.loadClass(Parsers.class.getName());
        Object standard = parsers.getMethod("standard").invoke(null);
        Method parse = parsers.getMethod("parse", String.class, byte[].class, context);
        try {
            parse.invoke(
                    standard,
                    name,
                    Formats.all().get(name),
                    context.getMethod("create").invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    /** Returns a loader of everything that this test sees, without some jars. */
    private static URLClassLoader without(String... jars) {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Arrays.stream(jars).noneMatch(jar -> path.contains("/" + jar)))
                .filter(path -> Files.exists(Path.of(path)))
                .map(LibraryTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
