package dev.gator.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final CallContext CALL = CallContext.create();

    @Test
    void anEmptyLineEndsAParagraph() {
        Document read = parse("a.txt", "One.\r\nStill one.\n\n \n\nTwo.\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of("One.\nStill one.", "Two."),
                read.blocks().stream().map(read::textOf).toList());
        assertEquals("a.txt", read.title());
        assertEquals("text/plain", read.facts().text(Facts.TYPE).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void tellsTheEncoding(String encoding) {
        String words = "Gr\u00fc\u00dfe aus K\u00f6ln, caf\u00e9 ol\u00e9, ni\u00f1o y se\u00f1or";

        assertEquals(
                words, parse("a.txt", words.getBytes(Charset.forName(encoding))).text());
    }

    @Test
    void readsTwoEncodingsInOneFile() {
        byte[] mixed = "caf\u00e9 \u20ac ".getBytes(StandardCharsets.UTF_8);
        byte[] old = "caf\u00e9 \u20ac".getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(mixed, mixed.length + old.length);
        System.arraycopy(old, 0, both, mixed.length, old.length);

        assertEquals("caf\u00e9 \u20ac caf\u00e9 \u20ac", parse("a.txt", both).text());
    }

    @Test
    void aCharacterThatLiesAcrossTwoPortionsStaysWhole() {
        String words = "x".repeat((1 << 16) - 1) + "\ud83d\ude00 y";

        assertEquals(
                words, parse("a.txt", words.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void controlCharactersAreDropped() {
        assertEquals(
                "ab\nc",
                parse("a.txt", "a\0b\u0007\rc\u001b".getBytes(StandardCharsets.UTF_8))
                        .text());
    }

    @Test
    void moreCharactersThanAllowedAreRefused() {
        Parsers small = Parsers.standard().within(ParseLimits.standard().withCharacters(10));

        GatorException e = assertThrows(
                GatorException.class,
                () -> small.parse("long.txt", "word ".repeat(9).getBytes(StandardCharsets.UTF_8), CALL));

        assertEquals(ParseError.TOO_LARGE, e.code());
        assertEquals("long.txt: more than 10 characters", e.detail());
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        Parsers small = Parsers.standard().within(ParseLimits.standard().withBytes(10));

        GatorException e = assertThrows(
                GatorException.class,
                () -> small.parse("long.txt", "eleven char".getBytes(StandardCharsets.UTF_8), CALL));

        assertEquals(ParseError.TOO_LARGE, e.code());
    }

    @Test
    void aCancelledCallReadsNothing() {
        Cancellation stop = Cancellation.create();
        stop.cancel();

        GatorException e = assertThrows(GatorException.class, () -> Parsers.standard()
                .parse("a.txt", new byte[] {'a'}, CALL.withCancellation(stop)));

        assertEquals(CallError.CANCELLED, e.code());
    }

    @Test
    void bytesOfNoKnownKindAreRefusedByName() {
        GatorException e = assertThrows(GatorException.class, () -> parse("core.bin", new byte[] {0, 1, 2, 3, 0, 4}));

        assertEquals(ParseError.UNKNOWN_TYPE, e.code());
        assertEquals("core.bin: nobody reads application/octet-stream", e.detail());
    }

    @Test
    void anOwnParserComesFirst() {
        DocumentParser own = new DocumentParser() {
            @Override
            public Set<MediaType> types() {
                return Set.of(MediaType.TEXT);
            }

            @Override
            public Document parse(Source source, CallContext context) {
                return Document.of(source.address(), "mine");
            }
        };

        assertEquals(
                "mine",
                Parsers.standard()
                        .with(own)
                        .parse("a.txt", new byte[] {'a'}, CALL)
                        .text());
    }

    @Test
    void whateverAParserThrowsIsABrokenFile() {
        DocumentParser careless = new DocumentParser() {
            @Override
            public Set<MediaType> types() {
                return Set.of(MediaType.TEXT);
            }

            @Override
            public Document parse(Source source, CallContext context) {
                throw new ArrayIndexOutOfBoundsException(7);
            }
        };
        Parsers parsers = Parsers.standard().with(careless);

        GatorException e = assertThrows(GatorException.class, () -> parsers.parse("odd.txt", new byte[] {'a'}, CALL));

        assertEquals(ParseError.BROKEN, e.code());
        assertEquals("odd.txt: is not a readable text/plain", e.detail());
    }

    private static Document parse(String name, byte[] bytes) {
        return Parsers.standard().parse(name, bytes, CALL);
    }
}
