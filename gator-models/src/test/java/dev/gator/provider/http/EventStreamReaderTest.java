package dev.gator.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 100_000})
    void readsEventsHoweverTheyAreCut(int piece) throws IOException {
        String stream =
                "data: one\n\n: ping\n\nevent: delta\ndata:two\n\ndata: grüße 😀\n\nid: 7\nretry: 10\n\ndata: a\ndata: b\ndata\n\n"
                        + "data: {\"x\":1}\nevent: late\n\nevent: none\n\ndata: cut";
        List<String> expected = List.of("|one", "delta|two", "|grüße 😀", "|a\nb\n", "late|{\"x\":1}");
        assertEquals(expected, read(stream, piece));
        assertEquals(expected, read(stream.replace("\n", "\r\n"), piece));
        assertEquals(expected, read(stream.replace("\n", "\r"), piece));
        assertEquals(expected, read("\uFEFF" + stream, piece));
    }

    @Test
    void dispatchesAtALoneCarriageReturnWithoutWaiting() throws IOException {
        byte[] first = "data: x\r\r".getBytes(StandardCharsets.UTF_8);
        int[] reads = {0};
        ByteWindow window = new ByteWindow(
                (into, from, length) -> {
                    if (reads[0]++ > 0) {
                        throw new IOException("waited for more");
                    }
                    System.arraycopy(first, 0, into, from, first.length);
                    return first.length;
                },
                1000,
                1000);
        assertTrue(new EventStreamReader(window).next());
    }

    @Test
    void boundsEventsAndStreams() {
        String large = "data: " + "x".repeat(50_000) + "\n\n";
        assertEquals(
                ProviderError.ANSWER_TOO_LARGE,
                assertThrows(GatorException.class, () -> read(large, 100, 20_000, 1 << 20))
                        .code());
        assertEquals(
                ProviderError.ANSWER_TOO_LARGE,
                assertThrows(GatorException.class, () -> read("data: x\n\n".repeat(1000), 100, 1000, 5000))
                        .code());
    }

    @Test
    void readsLargeEvents() throws IOException {
        String data = "x".repeat(300_000);
        assertEquals(List.of("|" + data, "|y"), read("data: " + data + "\n\ndata: y\n\n", 4_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void readsJsonLines(int piece) throws IOException {
        assertEquals(
                List.of("|{\"a\":1}", "|{\"b\":\"ü\"}\r", "|last"),
                read("{\"a\":1}\n\n  \n{\"b\":\"ü\"}\r\nlast", piece, 1000, 1000, JsonLinesReader::new));
    }

    @Test
    void templateSeesWhatTheReaderSees() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            StringBuilder stream = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String text = text(random);
                String id = random.nextInt(10) == 0 ? "other" : "same";
                expected.add(text);
                stream.append("data: {\"id\":\"")
                        .append(id)
                        .append("\",\"text\":")
                        .append(dev.gator.json.Json.of(text));
                stream.append(random.nextInt(10) == 0 ? ",\"more\":{\"text\":\"no\"}}" : "}");
                stream.append(random.nextInt(10) == 0 ? "\r\n\r\n" : "\n\n");
            }
            assertEquals(expected, templated(stream.toString(), 1 + random.nextInt(200)));
        }
    }

    @Test
    void templateDoesNotTrustDamagedStrings() {
        StreamTemplate template = new StreamTemplate();
        byte[] good = bytes("{\"t\":\"a\"}\n");
        template.learn(good, 0, 6, 7, good.length);
        assertTrue(matches(template, "{\"t\":\"b\\\"c\\n\"}\n"));
        assertEquals("b\"c\n", template.text());
        assertTrue(matches(template, "{\"t\":\"\"}\n"));
        assertFalse(matches(template, "{\"t\":\"a\\x\"}\n"));
        assertFalse(matches(template, "{\"t\":\"a\u0001\"}\n"));
        assertFalse(matches(template, "{\"t\":\"a\\\"}\n"));
        assertFalse(matches(template, "{\"t\":\"a\",\"u\":\"\"}\n"));
        assertFalse(matches(template, "{\"t\":\"a\"}"));
        assertFalse(matches(template, "{\"t\":null}\n"));
        assertFalse(matches(new StreamTemplate(), "{\"t\":\"a\"}\n"));
    }

    private static boolean matches(StreamTemplate template, String event) {
        byte[] bytes = bytes(event);
        return template.matches(bytes, 0, bytes.length);
    }

    private static List<String> templated(String stream, int piece) throws IOException {
        ByteWindow window = window(stream, piece, 1 << 20, 1 << 20);
        Framing framing = new EventStreamReader(window);
        StreamTemplate template = new StreamTemplate();
        JsonScan scan = new JsonScan();
        Names names = Names.of("text");
        List<String> texts = new ArrayList<>();
        while (true) {
            if (window.size() == 0 && framing.atFrameStart()) {
                window.fill();
            }
            if (framing.atFrameStart() && template.matches(window.bytes, window.from, window.to)) {
                window.passTo(template.end());
                texts.add(template.text());
                continue;
            }
            if (!framing.next()) {
                return texts;
            }
            scan.over(window.bytes, framing.dataFrom(), framing.dataTo()).object();
            int from = 0;
            int to = 0;
            for (String name; (name = scan.member(names)) != null; ) {
                if (name.equals("text")) {
                    texts.add(scan.text());
                    from = scan.textFrom();
                    to = scan.textTo();
                } else {
                    scan.skip();
                }
            }
            if (framing.frameFrom() >= 0) {
                template.learn(window.bytes, framing.frameFrom(), from, to, window.from);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(random.nextInt(5) == 0 ? 0x1F600 : 1 + random.nextInt(0x200));
        }
        return text.toString();
    }

    private static List<String> read(String stream, int piece) throws IOException {
        return read(stream, piece, 1 << 20, 1 << 22);
    }

    private static List<String> read(String stream, int piece, int frame, int total) throws IOException {
        return read(stream, piece, frame, total, EventStreamReader::new);
    }

    private static List<String> read(
            String stream, int piece, int frame, int total, Function<ByteWindow, Framing> framer) throws IOException {
        ByteWindow window = window(stream, piece, frame, total);
        Framing framing = framer.apply(window);
        List<String> events = new ArrayList<>();
        while (framing.next()) {
            int from = framing.dataFrom();
            events.add(framing.eventName() + "|"
                    + new String(window.bytes, from, framing.dataTo() - from, StandardCharsets.UTF_8));
        }
        return events;
    }

    private static ByteWindow window(String stream, int piece, int frame, int total) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes(stream));
        return new ByteWindow((into, from, length) -> in.read(into, from, Math.min(piece, length)), frame, total);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
