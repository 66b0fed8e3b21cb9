package dev.gator.rag.parse.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.ParseLimits;
import dev.gator.rag.parse.Parsers;
import dev.gator.rag.parse.Samples;
import dev.gator.rag.parse.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void aGibibyteInAMebibyteIsRefusedEarly() throws IOException {
        Path bomb = bomb("bomb.docx", "word/document.xml");
        assertTrue(Files.size(bomb) < 1_200_000, "the bomb is small: " + Files.size(bomb));

        GatorException e = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(
                        GatorException.class, () -> Parsers.standard().parse(bomb, CallContext.create())));

        assertEquals(ParseError.HOSTILE, e.code());
        assertEquals("bomb.docx: unpacks to more than 200 times its size, the limit ratio", e.detail());
    }

    @Test
    void aBombThatUnpacksToSpacesIsLimitedByBytes() throws IOException {
        Path bomb = bomb("bomb.docx", "word/document.xml");
        Parsers generous = Parsers.standard()
                .within(ParseLimits.standard().withRatio(2_000).withBytes(64 << 20));

        GatorException e = assertThrows(GatorException.class, () -> generous.parse(bomb, CallContext.create()));

        assertEquals("bomb.docx: more than " + (64 << 20) + " bytes unpacked", e.detail());
    }

    private Path bomb(String name, String part) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry(part));
            zip.write("<document>".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < GIBIBYTE; written += spaces.length) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "a/../../evil.txt", "/etc/passwd", "C:evil.txt", "a\\..\\evil.txt", ".."})
    void namesThatLeadOutsideAreRefused(String name) {
        String said =
                Shown.refusal(ParseError.HOSTILE, "slip.docx", Samples.zip("word/document.xml", "<d/>", name, "x"));

        assertEquals("slip.docx: " + name + " leads outside the archive", said);
    }

    @Test
    void manyEntriesAreRefused() {
        String[] entries = new String[2 * 10_001];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "word/document" + i + ".xml";
            entries[i + 1] = "";
        }

        assertEquals(
                "many.docx: more than 10000 entries",
                Shown.refusal(ParseError.TOO_LARGE, "many.docx", Samples.zip(entries)));
    }

    @Test
    void aFlippedBitIsNoticed() {
        byte[] file = Samples.zip("word/document.xml", "<document><body><p><r><t>words</t></r></p></body></document>");
        int content = 30 + "word/document.xml".length();
        file[content + 10] ^= 1;

        assertEquals(
                ParseError.BROKEN,
                assertThrows(GatorException.class, () -> Shown.read("a.docx", file))
                        .code());
    }

    @Test
    void noFileStaysOpen() throws IOException {
        Path file = Files.write(folder.resolve("report.docx"), Samples.file("report.docx"));
        Path cut = Files.write(folder.resolve("cut.docx"), Arrays.copyOf(Samples.file("report.docx"), 900));

        Parsers.standard().parse(file, CallContext.create());
        assertThrows(GatorException.class, () -> Parsers.standard().parse(cut, CallContext.create()));

        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            assertTrue(open.noneMatch(fd -> leadsInto(fd, folder)));
        }
    }

    private static boolean leadsInto(Path link, Path folder) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
