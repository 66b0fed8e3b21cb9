package dev.gator.rag.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Shown;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlParserTest {

    @Test
    void keepsHeadingsListsTablesAndCode() {
        Document page = Shown.read(
                "page.html",
                """
                <!doctype html><html lang="en"><head><title>Prices &amp; terms</title>
                <meta name="author" content="Ada"><meta property="article:published_time" content="2026-03-01T10:00:00Z">
                <style>p { color: red }</style></head><body>
                <h1>Prices</h1><p>All <b>prices</b>
                  are net.<br>Ask us.</p>
                <h2>Table</h2>
                <table><caption>Net</caption><thead><tr><th>Item</th><th>Price</th></tr></thead>
                <tbody><tr><td>Tea | green</td><td>3</td></tr></tbody></table>
                <ul><li>One<ul><li>Inner</li></ul></li><li></li><li><p>Two</p></li></ul>
                <pre>  int a;
                  int b;</pre>
                <h1>Terms</h1><div>Pay <span>now</span>.<div>Or later.</div></div>
                <figure><img src="x.png" alt="A cup"><figcaption>Our cup</figcaption></figure>
                <script>alert(1)</script></body></html>""");

        assertEquals(
                List.of(
                        "heading Prices",
                        "paragraph [Prices] All prices are net.\nAsk us.",
                        "heading [Prices] Table",
                        "note [Prices > Table] Net",
                        "table [Prices > Table] Item | Price\nTea \\| green | 3",
                        "list [Prices > Table] - One\n  - Inner\n- Two",
                        "code [Prices > Table]   int a;\n  int b;",
                        "heading Terms",
                        "paragraph [Terms] Pay now.",
                        "paragraph [Terms] Or later.",
                        "paragraph [Terms] A cup",
                        "note [Terms] Our cup"),
                Shown.blocks(page));
        assertEquals("Prices & terms", page.title());
        assertEquals("en", page.facts().text(Facts.LANGUAGE).orElseThrow());
        assertEquals("Ada", page.facts().text(Facts.AUTHOR).orElseThrow());
        assertEquals(
                Instant.parse("2026-03-01T10:00:00Z").getEpochSecond(),
                page.facts().number(Facts.PUBLISHED).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden>secret</p>",
                "<div aria-hidden='TRUE'>secret<p>more</div>",
                "<p style='DISPLAY : none'>secret</p>",
                "<p style='color:red; visibility: hidden !important'>secret</p>",
                "<span style='font-size:0px'>secret</span>",
                "<span style='opacity:0.0'>secret</span>",
                "<noscript>secret</noscript>",
                "<template>secret</template>",
                "<!-- secret -->",
                "<svg><text>secret</text></svg>"
            })
    void wordsThatNobodySeesAreDropped(String hidden) {
        assertEquals(
                "before\n\nafter",
                Shown.read("p.html", "<p>before</p>" + hidden + "<p>after</p>").text());
    }

    @Test
    void smallButVisibleWordsStay() {
        assertEquals(
                "small",
                Shown.read("p.html", "<p style='font-size:0.8em;opacity:0.9'>small</p>")
                        .text());
    }

    @Test
    void layoutTablesAreText() {
        assertEquals(
                List.of("paragraph Only words"),
                Shown.blocks(Shown.read("p.html", "<table><tr><td>Only words</table>")));
    }

    @Test
    void aTableInACellBecomesWordsOfTheCell() {
        String html = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>";

        assertEquals(List.of("table a b c | d"), Shown.blocks(Shown.read("p.html", html)));
    }

    @Test
    void theDeclaredEncodingCounts() {
        String html = "<html><head><meta charset='iso-8859-2'></head><body>\u017elu\u0165ou\u010dk\u00fd</body></html>";

        assertEquals(
                "\u017elu\u0165ou\u010dk\u00fd",
                Shown.read("p.html", html.getBytes(Charset.forName("iso-8859-2")))
                        .text());
    }

    @Test
    void deepNestingIsSurvived() {
        Document deep = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Shown.read("deep.html", "<div>".repeat(100_000) + "<b>".repeat(1000) + "core"));

        assertEquals("core", deep.text());
    }

    @Test
    void misnestedFormattingTakesNoQuadraticTime() {
        String html = "<p>" + "<b><i><a href=x>".repeat(30_000) + "x" + "</b></i>".repeat(30_000);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Shown.read("bad.html", html));
    }

    @Test
    void moreTagsThanWordsCouldNeedAreRefused() {
        assertEquals(
                "tags.html: more than 1000000 tags",
                Shown.refusal(ParseError.TOO_LARGE, "tags.html", "<b>".repeat(1_000_001)));
    }
}
