package dev.gator.rag.parse.feed;

import dev.gator.call.CallContext;
import dev.gator.content.MediaType;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.DocumentParser;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads feeds: each entry is a paragraph below its title that ends with date, author and link. */
public final class FeedParser implements DocumentParser {

    @Override
    public Set<MediaType> types() {
        return Set.of(Types.RSS, Types.ATOM);
    }

    @Override
    public Document parse(Source source, CallContext context) {
        Feed feed = FeedReader.read(source, context);
        Draft draft = Draft.of(source, context).title(feed.title()).fact(Facts.LANGUAGE, feed.language());
        for (FeedEntry entry : feed.entries()) {
            draft.endSections().heading(1, entry.title()).add(BlockKind.PARAGRAPH, body(entry));
        }
        return draft.toDocument();
    }

    private static String body(FeedEntry entry) {
        String day =
                entry.published().map(when -> when.toString().substring(0, 10)).orElse("");
        String origin = Stream.of(day, entry.author(), entry.link())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" \u00b7 "));
        return entry.text() + "\n" + origin;
    }
}
