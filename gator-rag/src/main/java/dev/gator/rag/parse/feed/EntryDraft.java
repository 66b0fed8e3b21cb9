package dev.gator.rag.parse.feed;

import dev.gator.rag.parse.Markup;
import dev.gator.rag.parse.xml.XmlCursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry while its elements come, in whatever order. */
final class EntryDraft {

    private String title = "";
    private String link = "";
    private String guid = "";
    private String author = "";
    private String summary = "";
    private String content = "";
    private @Nullable Instant published;
    private @Nullable Instant updated;

    private EntryDraft() {}

    /** Reads the entry that begins here, up to its end. */
    static FeedEntry read(XmlCursor xml) {
        EntryDraft draft = new EntryDraft();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.isStart()) {
                draft.take(xml);
            }
        }
        return draft.toEntry();
    }

    private void take(XmlCursor xml) {
        switch (xml.name()) {
            case "title" -> title = first(title, Markup.line(xml.textInside()));
            case "link" -> link(xml);
            case "guid", "id" -> guid = first(guid, xml.textInside().strip());
            case "author", "creator" -> author = first(author, author(xml));
            case "description", "summary" -> summary = first(summary, Markup.text(xml.textInside()));
            case "encoded", "content" -> content = first(content, Markup.text(xml.textInside()));
            case "pubDate", "published", "date" ->
                published = FeedDate.read(xml.textInside()).orElse(published);
            case "updated", "modified" ->
                updated = FeedDate.read(xml.textInside()).orElse(updated);
            default -> xml.textInside();
        }
    }

    /** RSS writes the address between the tags, Atom into an attribute, and Atom's other relations lead elsewhere. */
    private void link(XmlCursor xml) {
        String address = xml.attribute("href").orElse("").strip();
        boolean main = xml.attribute("rel").orElse("alternate").equals("alternate");
        String between = xml.textInside().strip();
        if (main) {
            link = first(link, address.isEmpty() ? between : address);
        }
    }

    /** Atom puts the name beside an address; RSS writes one text. */
    private static String author(XmlCursor xml) {
        StringBuilder text = new StringBuilder();
        String name = "";
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.starts("name")) {
                name = xml.textInside();
            } else if (xml.isText()) {
                text.append(xml.text());
            }
        }
        return Markup.line(name.isBlank() ? text.toString() : name);
    }

    private FeedEntry toEntry() {
        boolean guidLeads = guid.startsWith("https://") || guid.startsWith("http://");
        return new FeedEntry(
                title,
                link.isEmpty() && guidLeads ? guid : link,
                author,
                content.isEmpty() ? summary : content,
                published == null ? updated : published);
    }

    private static String first(String before, String now) {
        return before.isEmpty() ? now : before;
    }
}
