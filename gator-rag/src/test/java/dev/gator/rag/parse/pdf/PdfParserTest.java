package dev.gator.rag.parse.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.ParseLimits;
import dev.gator.rag.parse.Parsers;
import dev.gator.rag.parse.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfParserTest {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void readsPagesWithHeadings() throws IOException {
        Path file = Files.write(folder.resolve("tea.pdf"), PdfSamples.plain());

        Document paper = Parsers.standard().parse(file, CallContext.create());

        assertEquals(
                List.of(
                        "heading 1 Green tea",
                        "paragraph 1 [Green tea] It is steamed so that it stays green for a long time and wonderful.",
                        "paragraph 1 [Green tea] A second paragraph.",
                        "heading 1 [Green tea] How to brew",
                        "paragraph 1 [Green tea > How to brew] Boil the water.",
                        "heading 2 Black tea",
                        "paragraph 2 [Black tea] It is oxidised on the second page."),
                Shown.blocks(paper));
        assertEquals("Tea paper", paper.title());
        assertEquals("Ada", paper.facts().text(Facts.AUTHOR).orElseThrow());
        assertEquals(2, paper.facts().number(Facts.PAGES).orElseThrow());
        assertEquals(paper.text(), Shown.read("tea.pdf", PdfSamples.plain()).text());
    }

    @Test
    void aPasswordIsNamed() throws IOException {
        byte[] locked = PdfSamples.locked("secret", new AccessPermission());

        assertEquals("a.pdf: has a password", Shown.refusal(ParseError.ENCRYPTED, "a.pdf", locked));
    }

    @Test
    void whoForbidsCopyingIsHeard() throws IOException {
        AccessPermission none = new AccessPermission();
        none.setCanExtractContent(false);

        assertEquals(
                "a.pdf: forbids to take its words out",
                Shown.refusal(ParseError.ENCRYPTED, "a.pdf", PdfSamples.locked("", none)));
    }

    @Test
    void anOwnerPasswordAloneDoesNotHinderReading() throws IOException {
        byte[] open = PdfSamples.locked("", new AccessPermission());

        assertEquals(
                Shown.read("a.pdf", PdfSamples.plain()).text(),
                Shown.read("a.pdf", open).text());
    }

    @Test
    void aPackedBombIsRefused() throws IOException {
        byte[] bomb = PdfSamples.bomb(GIBIBYTE, "", COSName.FLATE_DECODE);

        String said = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Shown.refusal(ParseError.HOSTILE, "b.pdf", bomb));

        assertEquals("b.pdf: unpacks to more than 200 times its size, the limit ratio", said);
    }

    @Test
    void aBombBehindAnEmptyPasswordIsRefused() throws IOException {
        byte[] bomb = PdfSamples.bomb(GIBIBYTE / 4, "owner", COSName.FLATE_DECODE);

        assertEquals(
                "b.pdf: more than 67108864 bytes in one stream", Shown.refusal(ParseError.TOO_LARGE, "b.pdf", bomb));
    }

    @Test
    void aBombPackedInAnOldWayIsRefused() throws IOException {
        byte[] bomb = PdfSamples.bomb(1 << 19, "", COSName.LZW_DECODE);
        Parsers small = Parsers.standard().within(ParseLimits.standard().withBytes(1 << 20));

        GatorException e = assertThrows(GatorException.class, () -> small.parse("b.pdf", bomb, CallContext.create()));

        assertEquals("b.pdf: more than 262144 bytes in one stream", e.detail());
    }

    @Test
    void whatIsPackedTwiceIsRefused() throws IOException {
        byte[] bomb = PdfSamples.bomb(1 << 20, "", COSName.FLATE_DECODE, COSName.LZW_DECODE);

        assertEquals("b.pdf: holds a stream that is packed twice", Shown.refusal(ParseError.HOSTILE, "b.pdf", bomb));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300, 900})
    void aCutFileIsBroken(int length) {
        byte[] cut = Arrays.copyOf(PdfSamples.plain(), length);

        assertEquals("cut.pdf: ends too early for a PDF", Shown.refusal(ParseError.BROKEN, "cut.pdf", cut));
    }

    @Test
    void wordsInsteadOfPagesAreBroken() {
        Shown.refusal(ParseError.BROKEN, "a.pdf", "just words");
    }

    @Test
    void deepNestingIsBrokenNotFatal() {
        String deep = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /X " + "[".repeat(200_000) + "\nendobj\n"
                + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> survives(deep.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void survives(byte[] bytes) {
        try {
            Shown.read("deep.pdf", bytes);
        } catch (GatorException e) {
            assertEquals(ParseError.BROKEN, e.code());
        }
    }

    @Test
    void moreDrawingThanWordsCouldNeedIsRefused() {
        Parsers small = Parsers.standard().within(ParseLimits.standard().withCharacters(20));

        GatorException e = assertThrows(
                GatorException.class, () -> small.parse("tea.pdf", PdfSamples.plain(), CallContext.create()));

        assertEquals(ParseError.TOO_LARGE, e.code());
    }

    @Test
    void morePagesThanAllowedAreRefused() {
        Parsers small = Parsers.standard().within(ParseLimits.standard().withPages(1));

        GatorException e = assertThrows(
                GatorException.class, () -> small.parse("tea.pdf", PdfSamples.plain(), CallContext.create()));

        assertEquals("tea.pdf: more than 1 pages", e.detail());
    }
}
