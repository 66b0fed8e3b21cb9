package dev.gator.rag.parse;

import dev.gator.rag.parse.pdf.PdfSamples;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One sound file of every kind. */
public final class Formats {

    private Formats() {}

    /** Returns the names of the files. */
    public static Stream<String> names() {
        return all().keySet().stream();
    }

    /** Returns the files by their names. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.txt", text("One line.\nSame paragraph.\n\nTwo \u00e9\ud83d\ude00.\n"));
        files.put(
                "a.md",
                text(
                        "---\ntitle: T\n---\n# A\n\nWords *and* `code`.\n\n- x\n  - y\n\n|a|b|\n|-|-|\n|1|2|\n\n```\nint a;\n```\n> q\n"));
        files.put(
                "a.html",
                text("<html lang=en><title>T</title><h1>A</h1><p>Words &amp; more<ul><li>x<li>y</ul>"
                        + "<table><tr><th>a<th>b<tr><td>1<td>2</table><pre>  int a;</pre><script>no()</script>"));
        files.put(
                "a.rss",
                text("<?xml version='1.0'?><rss><channel><title>F</title><item><title>E</title>"
                        + "<link>https://e.example/1</link><pubDate>Tue, 03 Feb 2026 10:30:00 GMT</pubDate>"
                        + "<description><![CDATA[<p>Words.</p>]]></description></item></channel></rss>"));
        files.put("a.csv", text("name,price\n\"Green, fine\",7.5\nBlack,3\n"));
        files.put("a.jsonl", text("{\"a\":1,\"b\":[\"x\",{\"c\":null}]}\n{\"a\":\"two\"}\n"));
        files.put("a.json", text("[{\"a\":1},{\"a\":{\"b\":true}}]"));
        files.put(
                "A.java",
                text("package a;\n\n/** Doc. */\nclass A {\n    int x;\n\n    void f() {\n        x++;\n    }\n}\n"));
        files.put(
                "a.py",
                text("import os\n\nclass A:\n    \"\"\"Doc.\"\"\"\n    def f(self):\n        return {1: 'x'}\n"));
        files.put("a.epub", Samples.book());
        files.put("report.docx", Samples.file("report.docx"));
        files.put("deck.pptx", Samples.file("deck.pptx"));
        files.put("prices.xlsx", Samples.file("prices.xlsx"));
        files.put("tea.pdf", PdfSamples.plain());
        return files;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
