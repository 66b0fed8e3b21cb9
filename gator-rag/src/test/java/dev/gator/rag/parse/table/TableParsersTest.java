package dev.gator.rag.parse.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Shown;
import dev.gator.rag.parse.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableParsersTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTold(String mark) {
        String csv = "name,price,since\r\n\"Green, fine\",7.5,2024-02-29\r\nBlack,3,2023-01-01\r\n".replace(",", mark);

        Table table = csv("t.csv", csv);

        assertEquals("name text, price number, since date", table.layout());
        assertEquals(
                List.of(List.of("Green" + mark + " fine", "7.5", "2024-02-29"), List.of("Black", "3", "2023-01-01")),
                table.rows());
    }

    @Test
    void quotesHoldLineEndsAndQuotes() {
        Table table = csv("t.csv", "a,b\n\"one\ntwo\",\"say \"\"hi\"\"\"\n5\" pipe,\"x\"y\n,\n");

        assertEquals(List.of(List.of("one\ntwo", "say \"hi\""), List.of("5\" pipe", "xy")), table.rows());
    }

    @Test
    void aTableIsOneBlockWhoseFirstLineNamesTheColumns() {
        Document read = Shown.read("t.tsv", "a\tb\n1\tx|y\n2\n");

        assertEquals(List.of("table a | b\n1 | x\\|y\n2"), Shown.blocks(read));
        assertEquals("a number, b text", read.facts().text(Facts.COLUMNS).orElseThrow());
    }

    @Test
    void columnsWithoutHeadingsAreNumbered() {
        assertEquals(
                "column 1 number, column 2 truth",
                csv("t.csv", "1,true\n\"2,000.5\",no\n-3e4,YES\n").layout());
    }

    @Test
    void anOpenQuoteIsNamed() {
        assertEquals(
                "t.csv: the quote in row 2 is never closed",
                Shown.refusal(ParseError.BROKEN, "t.csv", "a,b\n\"1,2\n3,4\n"));
    }

    @Test
    void aHugeCellIsReadOrRefusedInTime() {
        String csv = "a,b\n\"" + "x\"\"".repeat(3_000_000) + "\",1\n";

        Document read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Shown.read("t.csv", csv));

        assertTrue(read.text().length() > 6_000_000);
    }

    @Test
    void moreCellsThanMemoryAllowsAreRefused() {
        assertEquals(
                "t.csv: more than 1000000 cells", Shown.refusal(ParseError.TOO_LARGE, "t.csv", ",".repeat(1_000_001)));
    }

    @Test
    void eachLineOfJsonIsARecord() {
        Document read = Shown.read(
                "r.jsonl",
                """
                {"name":"Sencha","tags":["green","fine"],"origin":{"city":"Uji","price":7.50},"none":null}

                {"name":"Assam","steps":[{"do":"boil"},{"do":"pour"}]}
                """);

        assertEquals(
                List.of(
                        "paragraph name: Sencha\ntags: green, fine\norigin.city: Uji\norigin.price: 7.50",
                        "paragraph name: Assam\nsteps[1].do: boil\nsteps[2].do: pour"),
                Shown.blocks(read));
    }

    @Test
    void aJsonDocumentIsReadByItsParts() {
        assertEquals(
                List.of("paragraph a: 1", "paragraph b.c: x"),
                Shown.blocks(Shown.read("d.json", "{\"a\":1,\"b\":{\"c\":\"x\"}}")));
        assertEquals(
                List.of("paragraph a: 1", "paragraph plain"),
                Shown.blocks(Shown.read("d.json", "[{\"a\":1},\"plain\"]")));
    }

    @Test
    void brokenJsonNamesTheLine() {
        assertTrue(Shown.refusal(ParseError.BROKEN, "r.jsonl", "{}\n{\"a\":}").startsWith("r.jsonl: line 2: "));
    }

    @Test
    void deepJsonIsRefused() {
        Shown.refusal(ParseError.BROKEN, "d.json", "[".repeat(100_000));
    }

    @Test
    void aLongNameAboveManyValuesIsNotMultiplied() {
        String name = "n".repeat(100_000);
        String json = "{\"" + name + "\":[" + "[1],".repeat(10_000) + "1]}";

        assertEquals("d.json: more than 20000000 characters", Shown.refusal(ParseError.TOO_LARGE, "d.json", json));
    }

    private static Table csv(String name, String text) {
        return CsvReader.read(Source.of(name, text.getBytes(StandardCharsets.UTF_8)), CallContext.create());
    }
}
