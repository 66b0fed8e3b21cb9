package dev.gator.rag.parse.pdf;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Library;
import dev.gator.rag.parse.Source;
import java.util.Set;

/**
 * Reads PDF: page by page, with headings where letters are larger than those of the text. A page that is only a picture has
 * no words; nothing is recognised in it.
 */
public final class PdfParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.PDF);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Library.PDFBOX.require(source);
        PdfBombs.refuse(source, context);
        Draft draft = Draft.of(source, context);
        PdfFile.read(source, context, draft);
        return draft.toDocument();
    }
}
