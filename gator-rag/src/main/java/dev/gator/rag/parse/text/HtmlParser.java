package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Library;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.Set;

/** Reads web pages: what a visitor sees, with headings, lists and tables; scripts, styles and hidden words are dropped. */
public final class HtmlParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.HTML, Types.XHTML);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Library.JSOUP.require(source);
        return HtmlPage.parse(HtmlEncoding.text(source, context), source, context)
                .describe(Draft.of(source, context))
                .toDocument();
    }
}
