package dev.gator.rag.parse.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDF files of all tempers. */
public final class PdfSamples {

    private PdfSamples() {}

    /** Returns two pages with headings. */
    public static byte[] plain() {
        try (PDDocument document = document()) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] locked(String userPassword, AccessPermission allowed) throws IOException {
        try (PDDocument document = document()) {
            document.protect(new StandardProtectionPolicy("owner", userPassword, allowed));
            return saved(document);
        }
    }

    /** Returns a page whose drawing is so many spaces, packed once or more. */
    static byte[] bomb(long size, String password, COSName... filters) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            COSArray names = new COSArray();
            for (COSName filter : filters) {
                names.add(filter);
            }
            content.getCOSObject().setItem(COSName.FILTER, names);
            try (OutputStream out = content.getCOSObject().createRawOutputStream()) {
                out.write(packed(size, filters));
            }
            page.setContents(content);
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, "", new AccessPermission()));
            }
            return saved(document);
        }
    }

    /** Packs with the JDK where it can, because PDFBox keeps in memory what it is about to pack. */
    private static byte[] packed(long size, COSName... filters) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = filters[0].equals(COSName.LZW_DECODE)
                ? new ByteArrayOutputStream()
                : new DeflaterOutputStream(packed)) {
            for (long written = 0; written < size; written += spaces.length) {
                out.write(spaces);
            }
            if (out instanceof ByteArrayOutputStream all) {
                FilterFactory.INSTANCE
                        .getFilter(COSName.LZW_DECODE)
                        .encode(new ByteArrayInputStream(all.toByteArray()), packed, new COSDictionary(), 0);
            }
        }
        return packed.toByteArray();
    }

    private static PDDocument document() throws IOException {
        PDDocument document = new PDDocument();
        document.getDocumentInformation().setTitle("Tea paper");
        document.getDocumentInformation().setAuthor("Ada");
        page(document, new String[] {
            "24 Green tea",
            "11 It is steamed so that it stays",
            "11 green for a long time and won-",
            "11 derful.",
            "0",
            "11 A second paragraph.",
            "0",
            "16 How to brew",
            "11 Boil the water."
        });
        page(document, new String[] {"24 Black tea", "11 It is oxidised on the second page."});
        return document;
    }

    private static void page(PDDocument document, String[] lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = 700;
            for (String line : lines) {
                int space = line.indexOf(' ');
                float size = Float.parseFloat(space < 0 ? line : line.substring(0, space));
                y -= size == 0 ? 20 : size * 1.3f;
                if (size > 0) {
                    content.beginText();
                    content.setFont(font, size);
                    content.newLineAtOffset(72, y);
                    content.showText(line.substring(space + 1));
                    content.endText();
                }
            }
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
