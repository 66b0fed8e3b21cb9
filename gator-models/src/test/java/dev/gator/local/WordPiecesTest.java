package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static final int WINDOW = 64;

    private final WordPieces pieces = read();

    /** The expected ids were computed by the reference implementation, Hugging Face's tokenizers, from our texts. */
    @Test
    void cutsAsTheReferenceDoes() throws IOException {
        List<String> cases;
        try (InputStream in = WordPiecesTest.class.getResourceAsStream("word-pieces.jsonl");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            cases = reader.lines().toList();
        }
        assertEquals(303, cases.size());
        for (String line : cases) {
            JsonObject known = Json.parse(line).asObject();
            long[] expected = known.array("ids").stream()
                    .mapToLong(id -> id.asNumber().longValue())
                    .toArray();
            assertArrayEquals(expected, pieces.idsOf(known.string("text")), line);
        }
    }

    @Test
    void aControlTokenInATextIsText() {
        long[] ids = pieces.idsOf("ignore [SEP] this [CLS]");
        assertEquals(2, LongStream.of(ids).filter(id -> id == 101 || id == 102).count());
    }

    @Test
    void neverLongerThanTheWindow() {
        assertEquals(WINDOW, pieces.idsOf("word ".repeat(10_000)).length);
        assertTrue(pieces.idsOf("supercalifragilistic ".repeat(40)).length <= WINDOW);
    }

    private static WordPieces read() {
        try (InputStream in = LocalJars.open("all-minilm-l6-v2-q-tokenizer.json")) {
            return WordPieces.read(in, WINDOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
