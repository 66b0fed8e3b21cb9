package dev.gator.rag.parse.pdf;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Opens a PDF, and puts what can go wrong into words. */
final class PdfFile {

    private PdfFile() {}

    static void read(Source source, CallContext context, Draft draft) {
        try (RandomAccessRead bytes = bytes(source, context);
                PDDocument document = Loader.loadPDF(bytes)) {
            refuse(document, source);
            describe(document, draft);
            PdfText text = new PdfText(source, context);
            text.writeText(document, Writer.nullWriter());
            PdfOutline.of(text.lines()).write(draft);
        } catch (InvalidPasswordException e) {
            throw source.fault(ParseError.ENCRYPTED, "has a password", e);
        } catch (IOException e) {
            throw source.fault(ParseError.BROKEN, "is not a readable PDF", e);
        } catch (NoClassDefFoundError e) {
            throw locked(source, e);
        }
    }

    /** PDFBox reaches for Bouncy Castle only where a certificate opens the file. */
    private static GatorException locked(Source source, NoClassDefFoundError missing) {
        if (!String.valueOf(missing.getMessage()).contains("bouncycastle")) {
            throw missing;
        }
        return source.fault(ParseError.ENCRYPTED, "is locked with a certificate", missing);
    }

    private static RandomAccessRead bytes(Source source, CallContext context) throws IOException {
        return source.file().isPresent()
                ? new RandomAccessReadBufferedFile(source.file().get().toFile())
                : new RandomAccessReadBuffer(source.bytes(context));
    }

    private static void refuse(PDDocument document, Source source) throws IOException {
        if (document.getNumberOfPages() > source.limits().pages()) {
            throw source.tooLarge("pages", source.limits().pages());
        }
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            throw source.fault(ParseError.ENCRYPTED, "forbids to take its words out");
        }
        PdfStreams.refuse(document, source);
    }

    private static void describe(PDDocument document, Draft draft) {
        PDDocumentInformation about = document.getDocumentInformation();
        draft.title(said(about.getTitle()))
                .fact(Facts.AUTHOR, said(about.getAuthor()))
                .fact(Facts.PAGES, document.getNumberOfPages());
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
