package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Library;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.archive.Archive;
import java.util.Set;

/** Reads books: chapter by chapter in the order of reading. */
public final class EpubParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(MediaType.EPUB);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Library.JSOUP.require(source);
        Draft draft = Draft.of(source, context);
        try (Archive archive = Archive.open(source, context)) {
            EpubLocks.refuse(archive, source);
            EpubContents contents = EpubContents.of(archive);
            contents.describe(draft);
            for (String chapter : contents.chapters()) {
                Source part = Source.of(source.name() + "/" + chapter, archive.read(chapter))
                        .as(MediaType.HTML)
                        .within(source.limits());
                HtmlPage.parse(HtmlEncoding.text(part, context), part, context).write(draft.endSections());
            }
        }
        return draft.toDocument();
    }
}
