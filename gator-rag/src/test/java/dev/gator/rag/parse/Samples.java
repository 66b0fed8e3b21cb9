package dev.gator.rag.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to read: those that Office libraries wrote, and archives that a test puts together. */
public final class Samples {

    private Samples() {}

    /** Returns a file of the folder {@code documents}. */
    public static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/documents/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an archive of names and contents in turn. */
    public static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns a small book. */
    public static byte[] book() {
        return zip(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
                "OEBPS/book.opf",
                """
                <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>On tea</dc:title>
                <dc:creator>Ada</dc:creator><dc:language>en</dc:language></metadata>
                <manifest><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
                <item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
                <item id="p" href="cover.png" media-type="image/png"/></manifest>
                <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/></spine></package>""",
                "OEBPS/text/two b.xhtml",
                "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Two</h1><p>Pour.</p></body></html>",
                "OEBPS/text/one.xhtml",
                "<?xml version='1.0' encoding='utf-8'?><html><body><h1>One</h1><h2>Heat</h2><p>Caf\u00e9&nbsp;\u2014 boil.</p></body></html>");
    }
}
