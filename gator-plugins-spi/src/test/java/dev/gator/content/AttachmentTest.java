package dev.gator.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReadAndItsTypeRefinedByItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.md"), "# Hello");
        Attachment.Bytes notes = Attachment.of(file);
        assertEquals(MediaType.MARKDOWN, notes.type());
        assertEquals("notes.md", notes.name());
        assertEquals("# Hello", notes.text());
    }

    @Test
    void aNameCannotTurnTextIntoAPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("holiday.png"), "just words");
        assertEquals(MediaType.TEXT, Attachment.of(file).type());
    }

    @Test
    void bytesAreCopiedInAndOut() {
        byte[] mine = "hello".getBytes(StandardCharsets.UTF_8);
        Attachment.Bytes attachment = Attachment.of(mine, MediaType.TEXT);
        mine[0] = 'X';
        attachment.bytes()[1] = 'X';
        assertArrayEquals("hello".getBytes(StandardCharsets.UTF_8), attachment.bytes());
        assertEquals("aGVsbG8=", attachment.base64());
        assertEquals("data:text/plain;base64,aGVsbG8=", attachment.dataUri());
        assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", attachment.sha256());
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("big.bin"), new byte[11]);
        assertRefused(CallError.ATTACHMENT_TOO_LARGE, () -> Attachment.of(file, 10));
        assertRefused(CallError.ATTACHMENT_TOO_LARGE, () -> Attachment.of(new byte[11], MediaType.PNG, 10));
        assertEquals(11, Attachment.of(file, 11).size());
    }

    @Test
    void whatCannotBeReadOrIsEmptyIsRefused() {
        assertRefused(CallError.ATTACHMENT_UNREADABLE, () -> Attachment.of(folder.resolve("missing.png")));
        assertRefused(CallError.ATTACHMENT_UNREADABLE, () -> Attachment.of(folder));
        assertRefused(CallError.BAD_ARGUMENT, () -> Attachment.of(new byte[0]));
        assertRefused(CallError.BAD_ARGUMENT, () -> Attachment.of(new byte[] {1}, MediaType.PNG)
                .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/a.png", "file:///etc/passwd", "a.png", "https:///x", "https://u:p@e.org/x"})
    void onlyHttpsLinksWithoutCredentials(String address) {
        assertRefused(CallError.BAD_ARGUMENT, () -> Attachment.link(URI.create(address), MediaType.PNG));
    }

    @Test
    void aLinkTakesItsNameFromThePath() {
        assertEquals(
                "a.png",
                Attachment.link(URI.create("https://example.org/x/a.png?q=1"), MediaType.PNG)
                        .name());
        assertEquals(
                "attachment.png",
                Attachment.link(URI.create("https://example.org/"), MediaType.PNG)
                        .name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x", "a\\b", "a\nb"})
    void namesAreNamesNotPaths(String name) {
        assertRefused(
                CallError.BAD_ARGUMENT, () -> Attachment.of(new byte[] {1}).named(name));
    }

    @Test
    void equalityIsByContentAndPrintingShowsNone() {
        Attachment.Bytes one = Attachment.of("hello".getBytes(StandardCharsets.UTF_8));
        assertEquals(one, Attachment.of("hello".getBytes(StandardCharsets.UTF_8)));
        assertNotEquals(one, one.named("other.txt"));
        assertFalse(one.toString().contains("hello"));
    }

    private static void assertRefused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }
}
