package dev.gator.rag.parse.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.ParseLimits;
import dev.gator.rag.parse.Shown;
import dev.gator.rag.parse.Source;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String RSS =
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Tea news</title><link>https://tea.example</link><language>en-gb</language>
            <image><title>Logo</title><url>https://tea.example/l.png</url></image>
            <item><title>Green &amp; fresh</title><link>https://tea.example/1</link><dc:creator>Ada</dc:creator>
              <pubDate>Tue, 03 Feb 2026 10:30:00 GMT</pubDate><description>&lt;p&gt;Short &lt;b&gt;words&lt;/b&gt;&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Long words.</p><script>evil()</script><p>More&nbsp;words.</p>]]></content:encoded></item>
            <item><title>Black</title><guid>https://tea.example/2</guid><description>Strong.</description></item>
            </channel></rss>""";

    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Tee</title>
            <entry><title type="html">Gr\u00fcn</title><id>urn:1</id><link rel="self" href="https://tee.example/self"/>
            <link href="https://tee.example/1"/><updated>2026-02-03T11:30:00+01:00</updated>
            <author><name>Emmy</name><email>e@example.org</email></author>
            <summary>Kurz.</summary></entry></feed>""";

    private static final String RDF =
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="x"><title>Old</title><items><rdf:Seq/></items></channel>
            <item rdf:about="1"><title>First</title><link>https://old.example/1</link></item></rdf:RDF>""";

    @Test
    void readsRss() {
        Feed feed = read(RSS);

        assertEquals("Tea news", feed.title());
        assertEquals("en-gb", feed.language());
        assertEquals(2, feed.entries().size());
        FeedEntry first = feed.entries().get(0);
        assertEquals("Green & fresh", first.title());
        assertEquals("https://tea.example/1", first.link());
        assertEquals("Ada", first.author());
        assertEquals("Long words. More words.", first.text());
        assertEquals(Instant.parse("2026-02-03T10:30:00Z"), first.published().orElseThrow());
        assertEquals("https://tea.example/2", feed.entries().get(1).link());
        assertEquals("Strong.", feed.entries().get(1).text());
    }

    @Test
    void readsAtom() {
        Feed feed = read(ATOM);

        assertEquals("Tee", feed.title());
        assertEquals("de", feed.language());
        FeedEntry entry = feed.entries().get(0);
        assertEquals("Gr\u00fcn <https://tee.example/1>", entry.toString());
        assertEquals("Emmy", entry.author());
        assertEquals("Kurz.", entry.text());
        assertEquals(Instant.parse("2026-02-03T10:30:00Z"), entry.published().orElseThrow());
    }

    @Test
    void readsTheOldestForm() {
        assertEquals("First <https://old.example/1>", read(RDF).entries().get(0).toString());
        assertEquals("Old", read(RDF).title());
    }

    @Test
    void isADocumentToo() {
        Document read = Shown.read("feed.xml", RSS);

        assertEquals(
                List.of(
                        "heading Green & fresh",
                        "paragraph [Green & fresh] Long words. More words.\n2026-02-03 \u00b7 Ada \u00b7 https://tea.example/1",
                        "heading Black",
                        "paragraph [Black] Strong.\nhttps://tea.example/2"),
                Shown.blocks(read));
        assertEquals("Tea news", read.title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tue, 03 Feb 2026 10:30:00 +0100   | 2026-02-03T09:30:00Z
                    3 feb 26 10:30 EST                | 2026-02-03T15:30:00Z
                    Tuesday, 03 Feb 2026 10:30:00 UT  | 2026-02-03T10:30:00Z
                    2026-02-03T10:30:00.25Z           | 2026-02-03T10:30:00.250Z
                    2026-02-03                        | 2026-02-03T00:00:00Z
                    yesterday                         |
                    """)
    void readsDatesAsTheyAreWritten(String written, String meant) {
        String rss = "<rss><channel><item><title>t</title><pubDate>" + written + "</pubDate></item></channel></rss>";

        assertEquals(
                meant == null ? "" : meant,
                read(rss).entries().get(0).published().map(Instant::toString).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void readsTheEncodingThatIsDeclared(String encoding) {
        String rss = "<?xml version='1.0' encoding='" + encoding
                + "'?><rss><channel><title>Th\u00e9</title></channel></rss>";

        Feed feed = FeedReader.read("news", rss.getBytes(Charset.forName(encoding)), CallContext.create());

        assertEquals("Th\u00e9", feed.title());
    }

    @Test
    void bytesThatDoNotFitAreReplacedInSilence() {
        byte[] latin = "<rss><channel><title>Th\u00e9</title></channel></rss>".getBytes(StandardCharsets.ISO_8859_1);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    "Th\ufffd",
                    FeedReader.read("news", latin, CallContext.create()).title());
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void otherXmlIsNoFeed() {
        GatorException e = assertThrows(GatorException.class, () -> read("<html><body/></html>"));

        assertEquals(ParseError.BROKEN, e.code());
        assertEquals("news: is XML but neither RSS nor Atom", e.detail());
    }

    @Test
    void moreEntriesThanAllowedAreRefused() {
        Source source = Source.of("news", RSS.getBytes(StandardCharsets.UTF_8))
                .within(ParseLimits.standard().withEntries(1));

        GatorException e = assertThrows(GatorException.class, () -> FeedReader.read(source, CallContext.create()));

        assertEquals(ParseError.TOO_LARGE, e.code());
    }

    private static Feed read(String xml) {
        return FeedReader.read("news", xml.getBytes(StandardCharsets.UTF_8), CallContext.create());
    }
}
