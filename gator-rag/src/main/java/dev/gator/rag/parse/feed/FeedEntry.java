package dev.gator.rag.parse.feed;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of a feed. Its words are a stranger's. Immutable. */
public final class FeedEntry {

    private final String title;
    private final String link;
    private final String author;
    private final String text;
    private final @Nullable Instant published;

    FeedEntry(String title, String link, String author, String text, @Nullable Instant published) {
        this.title = title;
        this.link = link;
        this.author = author;
        this.text = text;
        this.published = published;
    }

    /** Returns its title on one line; empty if it has none. */
    public String title() {
        return title;
    }

    /** Returns where it leads, as it is written; empty if nowhere. Nothing has been checked or opened. */
    public String link() {
        return link;
    }

    /** Returns who wrote it; empty if nobody is named. */
    public String author() {
        return author;
    }

    /** Returns its words without markup: the whole content if the feed carries it, otherwise the summary. */
    public String text() {
        return text;
    }

    /** Returns when it was published, or else changed last. */
    public Optional<Instant> published() {
        return Optional.ofNullable(published);
    }

    @Override
    public String toString() {
        return title + " <" + link + ">";
    }
}
