package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.content.Sha256;
import dev.gator.rag.document.Block;
import dev.gator.rag.document.BlockKind;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.feed.Feed;
import dev.gator.rag.parse.feed.FeedEntry;
import dev.gator.store.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The entries of a feed, each a document of its own that says when it was published. */
record FeedOrigin(String name, Feed feed) implements Origin {

    @Override
    public Stream<Item> items(CallContext context) {
        return new DocumentOrigin(
                        name, feed.entries().stream().map(this::document).toList())
                .items(context);
    }

    private Document document(FeedEntry entry) {
        String title = entry.title().isBlank() ? feed.title() : entry.title();
        String text = entry.title().isBlank() ? entry.text() : entry.title() + "\n\n" + entry.text();
        List<Block> blocks = new ArrayList<>();
        if (!entry.title().isBlank()) {
            blocks.add(new Block(BlockKind.HEADING, 0, entry.title().length(), List.of(), 0));
        }
        int start = text.length() - entry.text().length();
        List<String> headings = entry.title().isBlank() ? List.of() : List.of(entry.title());
        blocks.add(new Block(BlockKind.PARAGRAPH, start, text.length(), headings, 0));
        String source = entry.link().isBlank() ? name + "#" + Sha256.of(text).substring(0, 16) : entry.link();
        return new Document(Document.idOf(name + "\n" + source), title, source, text, blocks, facts(entry));
    }

    private Attributes facts(FeedEntry entry) {
        Attributes facts = Attributes.none();
        if (!entry.author().isBlank()) {
            facts = facts.with(Facts.AUTHOR, entry.author());
        }
        if (!feed.language().isBlank()) {
            facts = facts.with(Facts.LANGUAGE, feed.language());
        }
        if (entry.published().isPresent()) {
            facts = facts.with(Facts.PUBLISHED, entry.published().get());
        }
        return facts;
    }
}
