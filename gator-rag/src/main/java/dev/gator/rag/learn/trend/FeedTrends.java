package dev.gator.rag.learn.trend;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.feed.FeedEntry;
import dev.gator.rag.parse.feed.FeedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The headlines of feeds, RSS or Atom. It reaches no network: the application hands in the feeds, as files or as whatever it
 * has fetched. Thread-safe.
 */
public final class FeedTrends implements TrendSource {

    private static final int LONGEST = 300;

    private final Supplier<List<Source>> feeds;

    private FeedTrends(Supplier<List<Source>> feeds) {
        this.feeds = feeds;
    }

    /** Returns the headlines in files, which are read anew each time. */
    public static FeedTrends of(Path... files) {
        List<Source> all = Stream.of(files).map(Source::of).toList();
        return new FeedTrends(() -> all);
    }

    /** Returns the headlines of what this hands in each time it is asked. */
    public static FeedTrends from(Supplier<List<Source>> feeds) {
        return new FeedTrends(feeds);
    }

    @Override
    public List<Mention> mentions(CallContext context) {
        return feeds.get().stream()
                .flatMap(feed -> FeedReader.read(feed, context).entries().stream())
                .flatMap(FeedTrends::mention)
                .toList();
    }

    /** An entry without a date cannot be part of a trend. */
    private static Stream<Mention> mention(FeedEntry entry) {
        String title = entry.title().isBlank() ? entry.text() : entry.title();
        String text = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        return entry.published().stream().filter(at -> !text.isBlank()).map(at -> new Mention(text, at));
    }
}
