package dev.gator.rag.parse.pdf;

import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.nio.charset.StandardCharsets;

/** Looks for the mark at the end of a PDF. PDFBox reads a file that was cut as far as it goes, and nobody would know. */
final class PdfEnd {

    private static final int TAIL = 1 << 12;
    private static final String MARK = "%%EOF";

    private final byte[] tail = new byte[TAIL];

    /** Takes notice of the next bytes of the file. */
    void see(byte[] bytes, int length) {
        int kept = Math.max(0, TAIL - length);
        System.arraycopy(tail, TAIL - kept, tail, 0, kept);
        System.arraycopy(bytes, length - (TAIL - kept), tail, kept, TAIL - kept);
    }

    void require(Source source) {
        if (!new String(tail, StandardCharsets.ISO_8859_1).contains(MARK)) {
            throw source.fault(ParseError.BROKEN, "ends too early for a PDF");
        }
    }
}
