package dev.gator.rag.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Samples;
import dev.gator.rag.parse.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpubParserTest {

    @Test
    void readsChaptersInTheOrderOfReading() {
        Document book = Shown.read("tea.epub", Samples.book());

        assertEquals(
                List.of(
                        "heading One",
                        "heading [One] Heat",
                        "paragraph [One > Heat] Caf\u00e9 \u2014 boil.",
                        "heading Two",
                        "paragraph [Two] Pour."),
                Shown.blocks(book));
        assertEquals("On tea", book.title());
        assertEquals("Ada", book.facts().text(Facts.AUTHOR).orElseThrow());
        assertEquals("en", book.facts().text(Facts.LANGUAGE).orElseThrow());
    }

    @Test
    void aLockedBookSaysSo() {
        byte[] locked = Samples.zip(
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes256-cbc'/></EncryptedData></encryption>");

        assertEquals("a.epub: is a book with a lock", Shown.refusal(ParseError.ENCRYPTED, "a.epub", locked));
    }

    @Test
    void aBookWithoutContentsIsBroken() {
        assertEquals(
                "a.epub: has no META-INF/container.xml",
                Shown.refusal(ParseError.BROKEN, "a.epub", Samples.zip("mimetype", "application/epub+zip")));
    }
}
