package dev.gator.rag.parse.feed;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.Markup;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads RSS 0.9 to 2.0 and Atom. Opens nothing that the feed names. Safe to share between threads. */
public final class FeedReader {

    private static final Set<String> ROOTS = Set.of("rss", "feed", "RDF");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private FeedReader() {}

    /**
     * Reads the bytes of a feed; {@code name} is for messages.
     *
     * @throws GatorException BROKEN if it is no feed, HOSTILE if it declares a document type
     */
    public static Feed read(String name, byte[] bytes, CallContext context) {
        return read(Source.of(name, bytes), context);
    }

    /** Reads a feed within the limits of its source. */
    public static Feed read(Source source, CallContext context) {
        try (XmlCursor xml = XmlCursor.open(source.open(context), source, context)) {
            while (xml.next()) {
                if (xml.isStart()) {
                    return readBelow(xml, source);
                }
            }
            throw source.fault(ParseError.BROKEN, "is empty");
        }
    }

    private static Feed readBelow(XmlCursor xml, Source source) {
        if (!ROOTS.contains(xml.name())) {
            throw source.fault(ParseError.BROKEN, "is XML but neither RSS nor Atom");
        }
        String title = "";
        String language = xml.attribute("lang").orElse("");
        List<FeedEntry> entries = new ArrayList<>();
        while (xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            if (ENTRIES.contains(xml.name())) {
                entries.add(EntryDraft.read(xml));
                allow(entries.size(), source);
            } else if (xml.starts("title") && title.isEmpty()) {
                title = Markup.line(xml.textInside());
            } else if (xml.starts("language")) {
                language = xml.textInside().strip();
            } else if (!xml.starts("channel")) {
                xml.textInside();
            }
        }
        return new Feed(title, language, entries);
    }

    private static void allow(int entries, Source source) {
        if (entries > source.limits().entries()) {
            throw source.tooLarge("entries", source.limits().entries());
        }
    }
}
