package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HugeFileTest {

    private static final long GIGABYTE = 1_000_000_000;

    @TempDir
    Path folder;

    /** The file is read to its limit in a process of its own, because heap that is gone cannot be measured from inside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "line.txt",
                "line.md",
                "line.html",
                "line.csv",
                "line.jsonl",
                "line.json",
                "line.java",
                "line.rss"
            })
    void aLineOfAGigabyteFitsIntoASmallHeap(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        try (RandomAccessFile line = new RandomAccessFile(file.toFile(), "rw")) {
            line.write("\"word ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            line.setLength(GIGABYTE);
        }

        String said = readInSmallHeap(file);

        String expected = name.endsWith("rss") ? "GATOR-PAR-002" : "GATOR-PAR-003";
        assertTrue(said.startsWith(expected + " " + name), said);
    }

    /** What costs the most memory for its size, just within the limits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    a.txt   ~ a\\n\\n ~ 995000
                    a.md    ~ *a*    ~ 245000
                    a.html  ~ <p>a   ~ 995000
                    a.csv   ~ 1,     ~ 995000
                    """)
    void aCrowdedFileFitsIntoASmallHeap(String name, String piece, int count) throws IOException, InterruptedException {
        Path file =
                Files.writeString(folder.resolve(name), piece.translateEscapes().repeat(count));

        assertEquals("read", readInSmallHeap(file).strip());
    }

    @ParameterizedTest
    @CsvSource({"a.txt, parts, 1000000", "a.md, lines and marks, 500000", "a.csv, cells, 1000000"})
    void aCrowdBeyondTheLimitsIsRefused(String name, String what, int most) {
        String crowd = "a\n\n".repeat(1_000_001);

        assertEquals(name + ": more than " + most + " " + what, Shown.refusal(ParseError.TOO_LARGE, name, crowd));
    }

    private static String readInSmallHeap(Path file) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadInSmallHeap.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(60, TimeUnit.SECONDS), "still running");
        assertEquals(0, child.exitValue(), said);
        return said;
    }
}
