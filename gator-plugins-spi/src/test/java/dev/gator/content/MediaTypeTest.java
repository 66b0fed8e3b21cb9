package dev.gator.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A00, image/png",
        "FFD8FFE000104A46, image/jpeg",
        "474946383961, image/gif",
        "52494646000000005745425056503820, image/webp",
        "255044462D312E37, application/pdf",
        "524946460000000057415645666D7420, audio/wav",
        "49443304000000, audio/mpeg",
        "FFFB9064, audio/mpeg",
        "FFF15080, audio/aac",
        "00000020667479704D344120, audio/mp4",
        "000000206674797069736F6D, video/mp4",
        "0000002066747970717420200000, video/quicktime",
        "00000020667479706176696600, image/avif",
        "4F67675300, audio/ogg",
        "664C614300, audio/flac",
        "1A45DFA39F4286810142F7810142F2810442F381084282847765626D, video/webm",
        "1A45DFA3934282886D6174726F736B61, video/x-matroska",
        "4747554603000000, application/x-gguf",
        "0001020304, application/octet-stream"
    })
    void bytesTellWhatTheyAre(String hex, String expected) {
        assertEquals(MediaType.parse(expected), MediaType.sniff(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<svg xmlns='x'/> | image/svg+xml",
                "<?xml version='1.0'?><!-- a --><svg/> | image/svg+xml",
                "<?xml version='1.0'?><a/> | application/xml",
                "<!DOCTYPE html><p><svg/> | text/html",
                "plain words, Grüße | text/plain",
                "{} | text/plain"
            })
    void charactersTellWhatTheyAre(String text, String expected) {
        assertEquals(MediaType.parse(expected), MediaType.sniff(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"word/document.xml, docx", "xl/workbook.xml, xlsx", "ppt/presentation.xml, pptx", "some/other.file, zip"
    })
    void archivesAreToldByTheirEntries(String entry, String extension) throws IOException {
        assertEquals(MediaType.ofName("x." + extension), Optional.of(MediaType.sniff(archiveWith(entry))));
    }

    @Test
    void aCharacterCutByTheEndOfThePrefixIsStillText() {
        byte[] text = ("x" + "é".repeat(3000)).getBytes(StandardCharsets.UTF_8);
        assertEquals(MediaType.TEXT, MediaType.sniff(text));
    }

    @Test
    void emptyBytesAreUnknown() {
        assertEquals(MediaType.UNKNOWN, MediaType.sniff(new byte[0]));
    }

    @Test
    void parametersAndCaseAreDropped() {
        assertEquals(MediaType.TEXT, MediaType.parse(" Text/PLAIN ; charset=utf-8"));
        assertEquals("text/plain", MediaType.parse("Text/PLAIN").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "/png", "image/", "image/p ng", "ima\nge/png", "a/b/c"})
    void anythingElseIsRefused(String text) {
        GatorException refused = assertThrows(GatorException.class, () -> MediaType.parse(text));
        assertEquals("GATOR-CALL-001", refused.code().id());
    }

    @Test
    void familiesAreTold() {
        assertTrue(MediaType.PNG.isImage());
        assertTrue(MediaType.WAV.isAudio());
        assertTrue(MediaType.MP4.isVideo());
        assertTrue(MediaType.SVG.isText() && MediaType.JSON.isText() && MediaType.CSV.isText());
        assertFalse(MediaType.PDF.isText());
        assertEquals("jpg", MediaType.JPEG.extension());
        assertEquals("bin", MediaType.UNKNOWN.extension());
        assertEquals(Optional.empty(), MediaType.ofName("README"));
    }

    private static byte[] archiveWith(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
