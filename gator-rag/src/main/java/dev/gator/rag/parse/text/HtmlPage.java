package dev.gator.rag.parse.text;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Draft;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Source;
import java.io.Reader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** A page as a browser would understand it. */
final class HtmlPage {

    private static final int CHARACTERS_PER_TAG = 20;

    private final Document page;

    private HtmlPage(Document page) {
        this.page = page;
    }

    /** Reads markup; more tags than a document of the allowed length could need are refused. */
    static HtmlPage parse(String html, Source source, CallContext context) {
        long most = Math.max(1_000, source.limits().characters() / CHARACTERS_PER_TAG);
        if (html.chars().filter(c -> c == '<').limit(most + 1).count() > most) {
            throw source.tooLarge("tags", most);
        }
        Parser parser = Parser.htmlParser().setMaxDepth(source.limits().depth());
        Reader reader = new CheckedReader(new StringReader(html), context);
        return new HtmlPage(parser.parseInput(reader, ""));
    }

    /** Writes down the words, and what the page says about itself. */
    Draft describe(Draft draft) {
        draft.title(page.title())
                .fact(Facts.LANGUAGE, page.getElementsByTag("html").attr("lang"))
                .fact(Facts.AUTHOR, meta("name", "author"));
        published(meta("property", "article:published_time")).ifPresent(when -> draft.fact(Facts.PUBLISHED, when));
        return write(draft);
    }

    /** Writes down the words. */
    Draft write(Draft draft) {
        HtmlWalk walk = new HtmlWalk(draft);
        NodeTraversor.filter(walk, page.body());
        walk.finish();
        return draft;
    }

    private String meta(String attribute, String name) {
        return page.head().getElementsByAttributeValue(attribute, name).attr("content");
    }

    private static Optional<Instant> published(String written) {
        try {
            return written.isBlank()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
