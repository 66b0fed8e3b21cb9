package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufHeaderTest {

    private static final byte[] SOUND = TinyGguf.saying("Hello you.").bytes();
    private static final int WEIGHTS = find(SOUND, "blk.0.ffn_norm.weight") + 60;

    @TempDir
    Path folder;

    /** Writes the bytes; zeroes at their end become a hole, so that thousands of files cost little. */
    private Path file(byte[] bytes) {
        int end = Math.min(bytes.length, WEIGHTS);
        Path path = folder.resolve("model.gguf");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(0);
            file.write(bytes, 0, end);
            file.setLength(bytes.length);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GatorException refused(byte[] bytes) {
        Path path = file(bytes);
        return assertThrows(GatorException.class, () -> GgufHeader.read(path));
    }

    /** Returns the sound file with a value overwritten some bytes after the first place where a text stands. */
    private static byte[] with(String after, int offset, long value, int width) {
        byte[] bytes = SOUND.clone();
        int at = find(bytes, after) + after.length() + offset;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (width == 8) {
            buffer.putLong(at, value);
        } else {
            buffer.putInt(at, (int) value);
        }
        return bytes;
    }

    private static int find(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError(text);
    }

    @Test
    void readsASoundFile() {
        GgufHeader header = GgufHeader.read(file(SOUND));
        assertEquals("llama", header.architecture());
        assertEquals(4096, header.contextLength());
        assertTrue(header.chatTemplate().orElseThrow().contains("im_start"));
        assertTrue(header.controlTokens().contains("<|im_end|>"));
        assertEquals(SOUND.length, header.fileBytes());
    }

    @Test
    void refusesWhatIsNotThere() {
        GatorException missing = assertThrows(GatorException.class, () -> GgufHeader.read(folder.resolve("no.gguf")));
        assertEquals(LocalError.NO_FILE, missing.code());
        GatorException directory = assertThrows(GatorException.class, () -> GgufHeader.read(folder));
        assertTrue(directory.getMessage().contains("is a directory"), directory.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GGUF", "PK\u0003\u0004 this is a zip file, not a model at all"})
    void refusesOtherFormats(String content) {
        assertEquals(
                LocalError.NOT_GGUF,
                refused(content.getBytes(StandardCharsets.UTF_8)).code());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 0x03000000, -1})
    void refusesOtherVersions(int version) {
        assertEquals(LocalError.NOT_GGUF, refused(with("GGUF", 0, version, 4)).code());
    }

    @ParameterizedTest
    @CsvSource({
        "4, 9223372036854775807",
        "4, -9223372036854775808",
        "4, -1",
        "4, 100000000",
        "12, 9223372036854775807",
        "12, -1",
        "12, 100000000"
    })
    void refusesCountsThatTheFileCannotHold(int offset, long count) {
        GatorException error = refused(with("GGUF", offset, count, 8));
        assertEquals(LocalError.DAMAGED_FILE, error.code());
        assertTrue(error.getMessage().contains(Long.toUnsignedString(count)), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "general.architecture, 4, 9223372036854775807, 8",
        "general.architecture, 4, -1, 8",
        "general.architecture, 4, 20000000, 8",
        "general.architecture, 0, 99, 4",
        "tokenizer.ggml.tokens, 4, 9, 4",
        "tokenizer.ggml.tokens, 4, -5, 4",
        "tokenizer.ggml.tokens, 8, 4611686018427387904, 8",
        "tokenizer.ggml.scores, 8, 4611686018427387904, 8",
        "tokenizer.ggml.bos_token_id, 4, 1000000, 4",
        "llama.context_length, 4, 0, 4",
        "llama.block_count, 4, 0, 4",
        "llama.embedding_length, 4, 0, 4",
        "llama.embedding_length, 4, 7, 4",
        "llama.attention.head_count, 4, 0, 4",
        "llama.attention.head_count_kv, 4, 0, 4",
        "token_embd.weight, 0, 9, 4",
        "token_embd.weight, 0, -1, 4",
        "token_embd.weight, 4, -1, 8",
        "token_embd.weight, 4, 9223372036854775807, 8",
        "token_embd.weight, 12, 9223372036854775807, 8",
        "token_embd.weight, 24, 33, 8",
        "token_embd.weight, 24, -32, 8",
        "token_embd.weight, 24, 9223372036854775776, 8"
    })
    void refusesHostileValues(String after, int offset, long value, int width) {
        assertEquals(
                LocalError.DAMAGED_FILE,
                refused(with(after, offset, value, width)).code());
    }

    @Test
    void refusesTensorTypesOfTheFuture() {
        assertEquals(
                LocalError.UNKNOWN_ARCHITECTURE,
                refused(with("token_embd.weight", 20, 39, 4)).code());
    }

    @Test
    void refusesATokenThatIsListedTwice() {
        byte[] bytes = SOUND.clone();
        bytes[find(bytes, "<0x41>") + 4] = '2';
        assertTrue(refused(bytes).getMessage().contains("twice"));
    }

    @Test
    void refusesATruncatedFileAtEveryLength() {
        for (int length = 24; length < WEIGHTS; length += 97) {
            assertEquals(
                    LocalError.DAMAGED_FILE,
                    refused(Arrays.copyOf(SOUND, length)).code());
        }
        GatorException error = refused(Arrays.copyOf(SOUND, SOUND.length - 100));
        assertTrue(error.getMessage().contains("truncated"), error.getMessage());
    }

    @Test
    void newerArchitecturesAreToldWhereToGo() {
        GatorException error =
                refused(TinyGguf.saying("Hi").architecture("qwen3").bytes());
        assertEquals(LocalError.UNKNOWN_ARCHITECTURE, error.code());
        assertTrue(error.getMessage().contains("qwen3"), error.getMessage());
        assertTrue(error.getMessage().contains("llama-server"), error.getMessage());
    }

    @Test
    void noMutationGetsPastTheReaderInAnyOtherWay() {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = Arrays.copyOf(SOUND, SOUND.length);
            for (int j = 0; j <= random.nextInt(3); j++) {
                bytes[random.nextInt(WEIGHTS)] = (byte) random.nextInt(256);
            }
            Path path = file(bytes);
            try {
                GgufHeader.read(path);
            } catch (GatorException expected) {
                assertTrue(expected.getMessage().contains("GATOR-LOC-"), expected.getMessage());
            }
        }
    }
}
