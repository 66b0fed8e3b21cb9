package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Library;
import dev.gator.rag.parse.Source;
import java.util.Set;

/** Reads Markdown with tables: the words without the marks. */
public final class MarkdownParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.MARKDOWN);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Library.COMMONMARK.require(source);
        Library.COMMONMARK_TABLES.require(source);
        FrontMatter front = FrontMatter.of(source.text(context));
        Draft draft = Draft.of(source, context).title(front.value("title"));
        new MarkdownWalk(draft, front.value("title").isBlank())
                .write(MarkdownPage.parse(front.rest(), source, context));
        return draft.toDocument();
    }
}
