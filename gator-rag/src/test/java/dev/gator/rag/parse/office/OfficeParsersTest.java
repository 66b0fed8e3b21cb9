package dev.gator.rag.parse.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Samples;
import dev.gator.rag.parse.Shown;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.table.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeParsersTest {

    @Test
    void readsWord() {
        Document report = Shown.read("report.docx", Samples.file("report.docx"));

        assertEquals(
                List.of(
                        "heading Green tea",
                        "paragraph [Green tea] It is steamed.",
                        "paragraph [Green tea] Visible words.",
                        "heading [Green tea] How to brew",
                        "list [Green tea > How to brew] 1. Boil\n2. Pour\n  - slowly\n3. Wait",
                        "paragraph [Green tea > How to brew] Keep it dry.",
                        "note [Green tea > How to brew] In a tin.",
                        "table [Green tea > How to brew] Kind | Grams\nSencha | 50",
                        "paragraph [Green tea > How to brew] Kept first\nsecond\tthird",
                        "heading Black tea",
                        "paragraph [Black tea] A link to more."),
                Shown.blocks(report));
        assertEquals("Tea report", report.title());
        assertEquals("Ada", report.facts().text(Facts.AUTHOR).orElseThrow());
    }

    @Test
    void readsPowerPoint() {
        Document deck = Shown.read("deck.pptx", Samples.file("deck.pptx"));

        assertEquals(
                List.of(
                        "heading 1 Why tea",
                        "list 1 [Why tea] - Calm\n- Warm\n  - Very warm",
                        "note 1 [Why tea] Say it slowly.",
                        "heading 2 Made last, shown second",
                        "paragraph 3 Only words",
                        "table 3 Kind | Price\nSencha | 7"),
                Shown.blocks(deck));
        assertEquals("Tea deck", deck.title());
        assertEquals(3, deck.facts().number(Facts.PAGES).orElseThrow());
    }

    @Test
    void readsExcel() {
        Document book = Shown.read("prices.xlsx", Samples.file("prices.xlsx"));

        assertEquals(
                List.of(
                        "heading 1 Prices",
                        "table 1 [Prices] Kind | Price | Since | Organic | Share | column 6 | Seen | Stock\n"
                                + "Sencha \\| green | 7.1 | 2024-02-29 | true | 0.25 |  | 2026-01-02T13:45 | 12.5\n"
                                + "Assam | 14.2 | 1999-12-31 | false |  |  |  | 1234567890123",
                        "heading 2 Numbers only",
                        "table 2 [Numbers only] column 1 | column 2 | column 3\n0 |  | 0.30000000000000004\n1 |  | 0.30000000000000004"),
                Shown.blocks(book));
        assertFalse(book.text().contains("secret"));
        assertEquals("Tea prices", book.title());
    }

    @Test
    void sheetsAreTablesWithTypes() {
        Source source = Source.of("prices.xlsx", Samples.file("prices.xlsx"));

        List<Table> tables = WorkbookReader.read(source, CallContext.create());

        assertEquals(
                "Kind text, Price number, Since date, Organic truth, Share number, column 6 text, Seen date, Stock number",
                tables.get(0).layout());
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.docx", "deck.pptx", "prices.xlsx"})
    void aWrongExtensionDoesNotMatter(String name) {
        byte[] file = Samples.file(name);

        assertEquals(
                Shown.read(name, file).text(),
                Shown.read("mislabelled.zip", file).text());
        assertEquals(Shown.read(name, file).text(), Shown.read("odd.docx", file).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.docx", "deck.pptx", "prices.xlsx"})
    void aCutFileIsBroken(String name) {
        byte[] file = Samples.file(name);

        String said = Shown.refusal(ParseError.BROKEN, name, Arrays.copyOf(file, file.length - 100));

        assertEquals(name + ": is not a whole ZIP archive", said);
    }

    @Test
    void wordsInsteadOfAnArchiveAreBroken() {
        assertTrue(Shown.refusal(ParseError.BROKEN, "a.docx", "just words").startsWith("a.docx: is not a whole ZIP"));
    }

    @Test
    void aDocumentWithAPasswordSaysSo() {
        byte[] locked = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0
        };

        assertEquals(
                "a.xlsx: has a password or the format of Office before 2007",
                Shown.refusal(ParseError.ENCRYPTED, "a.xlsx", locked));
    }

    @Test
    void aDocumentTypeInsideAPartIsRefused() {
        byte[] hostile = Samples.zip(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><document><body><p><r><t>&x;</t></r></p></body></document>");

        Shown.refusal(ParseError.HOSTILE, "a.docx", hostile);
    }

    @Test
    void manyWideRowsCostNoMemory() {
        String row = "<row><c r='XFD1'><v>1</v></c></row>";
        byte[] wide = Samples.zip(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/></Relationships>",
                "xl/s.xml",
                "<worksheet><sheetData>" + row.repeat(2_000) + "</sheetData></worksheet>");

        assertEquals("a.xlsx: more than 1000000 cells", Shown.refusal(ParseError.TOO_LARGE, "a.xlsx", wide));
    }
}
