package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryFormatTest {

    private static final Parsers PARSERS = Parsers.standard();
    private static final int MUTANTS = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.gator.rag.parse.Formats#names")
    void everyWordLiesInAPartAndEveryPartIsWhatItSays(String name) {
        Document read = Shown.read(name, Formats.all().get(name));

        assertFalse(read.blocks().isEmpty());
        assertOrderly(read);
    }

    private static void assertOrderly(Document read) {
        int at = 0;
        for (Block block : read.blocks()) {
            String words = read.textOf(block);
            assertTrue(read.text().substring(at, block.start()).isBlank(), "words between the parts");
            assertFalse(words.isBlank());
            assertEquals(words.stripTrailing(), words);
            assertTrue(block.kind() == BlockKind.CODE || words.equals(words.strip()));
            assertTrue(block.headings().stream().noneMatch(String::isBlank));
            at = block.end();
        }
        assertTrue(read.text().substring(at).isBlank(), "words after the last part");
    }

    @ParameterizedTest
    @MethodSource("dev.gator.rag.parse.Formats#names")
    void aFileOnDiskReadsLikeItsBytes(String name) throws IOException {
        byte[] bytes = Formats.all().get(name);
        Path file = Files.write(folder.resolve(name), bytes);

        Document read = PARSERS.parse(file, CallContext.create());

        assertEquals(file.toString(), read.source());
        assertEquals(Document.idOf(file.toString()), read.id());
        assertEquals(Shown.read(name, bytes).blocks(), read.blocks());
        assertEquals(Shown.read(name, bytes).text(), read.text());
    }

    @Test
    void noFileStaysOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "open files are listed on Linux only");
        for (String name : Formats.all().keySet()) {
            byte[] bytes = Formats.all().get(name);
            Path whole = Files.write(folder.resolve(name), bytes);
            Path half = Files.write(folder.resolve("half-" + name), Arrays.copyOf(bytes, bytes.length / 2));
            PARSERS.parse(whole, CallContext.create());
            survives(() -> PARSERS.parse(half, CallContext.create()));
        }

        try (Stream<Path> open = Files.list(descriptors)) {
            assertEquals(List.of(), open.filter(this::leadsIntoFolder).toList());
        }
    }

    private boolean leadsIntoFolder(Path link) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gator.rag.parse.Formats#names")
    void mutantsAreReadOrRefusedAndNothingElse(String name) {
        byte[] sound = Formats.all().get(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutated(sound, random);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> survives(() -> PARSERS.parse(name, mutant, CallContext.create())));
        }
    }

    private static void survives(Runnable parse) {
        try {
            parse.run();
        } catch (GatorException e) {
            assertTrue(e.code() instanceof ParseError, e.toString());
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] mutant = random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        int changes = mutant.length == 0 ? 0 : 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(3)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int from = random.nextInt(mutant.length);
                    int length = Math.min(random.nextInt(40), mutant.length - Math.max(at, from));
                    System.arraycopy(mutant, from, mutant, at, length);
                }
            }
        }
        return mutant;
    }

    @ParameterizedTest
    @MethodSource("dev.gator.rag.parse.Formats#names")
    void aCancelledCallIsNotBegun(String name) {
        Cancellation stop = Cancellation.create();
        stop.cancel();

        GatorException e = assertThrows(
                GatorException.class,
                () -> PARSERS.parse(
                        name, Formats.all().get(name), CallContext.create().withCancellation(stop)));

        assertEquals(CallError.CANCELLED, e.code());
    }
}
