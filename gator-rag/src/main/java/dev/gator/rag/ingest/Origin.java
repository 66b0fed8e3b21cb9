package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.error.Require;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.feed.Feed;
import dev.gator.store.Attributes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where documents come from. Implementations can be asked again and again, and tell what there is then. */
public interface Origin {

    /** Returns a name that the documents of no other origin carry in the same collection; one that lasts. */
    String name();

    /** Offers what there is, one after the other and without holding it all. Whoever asks closes the stream. */
    Stream<Item> items(CallContext context);

    /** Returns the same documents with these facts added to their own. */
    default Origin with(Attributes facts) {
        return new OriginWithFacts(this, facts);
    }

    /** Returns documents that are in memory. */
    static Origin of(Document... documents) {
        return of("documents", List.of(documents));
    }

    /** Returns documents that are in memory, under a name of their own. */
    static Origin of(String name, List<Document> documents) {
        return new DocumentOrigin(name, documents);
    }

    /** Returns the files of a folder and the folders in it, read by the standard parsers. */
    static FolderOrigin folder(Path folder) {
        return FolderOrigin.of(folder);
    }

    /** Returns single files, read by the standard parsers. */
    static Origin files(Path... files) {
        return new FileOrigin(List.of(files));
    }

    /** Returns the entries of a feed, each a document; {@code name} is where the feed lies. */
    static Origin feed(String name, Feed feed) {
        return new FeedOrigin(Require.text("name of the origin", name), feed);
    }
}
