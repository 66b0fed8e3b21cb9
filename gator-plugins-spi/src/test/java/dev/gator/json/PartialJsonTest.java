package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialJsonTest {

    @Test
    void yieldsMembersAsTheyComplete() {
        PartialJson partial = new PartialJson();
        assertEquals("[]", names(partial.feed("{\"title\": \"Ba")));
        assertEquals("{\"title\":\"Ba\"}", partial.snapshot().orElseThrow().toString());
        assertEquals("[title=\"Basel\"]", names(partial.feed("sel\", \"days\": 1")));
        assertEquals("[days=12, ok=true]", names(partial.feed("2, \"ok\":true")));
        assertEquals("[]", names(partial.feed(", \"deep\": {\"a\": [1, {\"b\": \"x")));
        assertEquals(
                "{\"title\":\"Basel\",\"days\":12,\"ok\":true,\"deep\":{\"a\":[1,{\"b\":\"x\"}]}}",
                partial.snapshot().orElseThrow().toString());
        assertFalse(partial.isComplete());
        assertEquals("[deep={\"a\":[1,{\"b\":\"x\"}]}]", names(partial.feed("\"}]}} ")));
        assertTrue(partial.isComplete());
        assertEquals(partial.snapshot().orElseThrow(), partial.finish());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | {}",
                "{\"a | {}",
                "{\"a\" | {}",
                "{\"a\": | {}",
                "{\"a\":\" | {\"a\":\"\"}",
                "{\"a\":\"x\\ | {\"a\":\"x\"}",
                "{\"a\":\"x\\u00 | {\"a\":\"x\"}",
                "{\"a\":\"\\ud83d | {\"a\":\"\"}",
                "{\"a\":- | {}",
                "{\"a\":1. | {\"a\":1}",
                "{\"a\":1.5e+ | {\"a\":1.5}",
                "{\"a\":t | {\"a\":true}",
                "{\"a\":nul | {\"a\":null}",
                "{\"a\":1, | {\"a\":1}",
                "[ | []",
                "[1 | [1]",
                "[1,[2, | [1,[2]]",
                "[{\"a\":{ | [{\"a\":{}}]",
                "12 | 12",
                "\"x | \"x\""
            })
    void snapshotIsTheLongestValidCompletion(String text, String expected) {
        PartialJson partial = new PartialJson();
        partial.feed(text);
        assertEquals(Json.parse(expected), partial.snapshot().orElseThrow());
    }

    @Test
    void nothingYetIsEmpty() {
        PartialJson partial = new PartialJson();
        partial.feed(" \n");
        assertEquals(Optional.empty(), partial.snapshot());
        partial.feed("-");
        assertEquals(Optional.empty(), partial.snapshot());
        assertEquals(Json.of(-1), finish("-1 "));
        assertEquals(Json.of(-1), finish("-1"));
    }

    @Test
    void readsWhatTheParserReadsHoweverItIsSplit() {
        RandomJson documents = new RandomJson(11);
        Random random = new Random(12);
        for (int i = 0; i < 1_500; i++) {
            JsonObject document = documents.object(4);
            String text = i % 2 == 0 ? document.toString() : document.pretty();
            PartialJson partial = new PartialJson();
            List<JsonObject.Member> members = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(6));
                members.addAll(partial.feed(text.substring(at, end)));
                Json snapshot = partial.snapshot().orElseThrow();
                assertEquals(snapshot, Json.parse(snapshot.toString()));
                at = end;
            }
            assertEquals(document, partial.finish());
            List<JsonObject.Member> expected = new ArrayList<>();
            document.forEach(expected::add);
            assertEquals(expected, members);
        }
    }

    @Test
    void refusesWhatTheParserRefuses() {
        Random random = new Random(13);
        String alphabet = "{}[]\",:\\u01eE+-.truefalsn \n";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertEquals(
                    outcome(() -> Json.parse(noise.toString())),
                    outcome(() -> finish(noise.toString())),
                    noise::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{]", "[}", "{\"a\":1]", "[1}", "}", "{\"a\":1}}", "tx", "{\"a\":01,", "[1e99999,"})
    void failsAtOnceAndForGood(String text) {
        PartialJson partial = new PartialJson();
        GatorException first = assertThrows(GatorException.class, () -> partial.feed(text));
        assertEquals(
                first.detail(),
                assertThrows(GatorException.class, () -> partial.feed("1")).detail());
        assertEquals(
                first.detail(),
                assertThrows(GatorException.class, partial::finish).detail());
        assertTrue(first.detail().contains("at character "), first.detail());
    }

    @Test
    void hostileStreamsAreRefused() {
        PartialJson deep = new PartialJson();
        assertEquals(
                JsonError.TOO_DEEP,
                assertThrows(GatorException.class, () -> deep.feed("[".repeat(100_000)))
                        .code());
        PartialJson number = new PartialJson();
        assertEquals(
                JsonError.BAD_NUMBER,
                assertThrows(GatorException.class, () -> number.feed("9".repeat(100_000)))
                        .code());
    }

    @Test
    void aLongStreamIsReadInLinearTime() {
        Growth.assertLinear(3_000, PartialJsonTest::readItems);
    }

    private static void readItems(int items) {
        PartialJson partial = new PartialJson();
        partial.feed("{\"items\":[");
        for (int i = 0; i < items; i++) {
            partial.feed("{\"n\":");
            partial.feed("1},");
        }
        partial.feed("null]}");
        assertEquals(items + 1, partial.finish().asObject().array("items").size());
    }

    private static Json finish(String text) {
        PartialJson partial = new PartialJson();
        for (int i = 0; i < text.length(); i++) {
            partial.feed(text.substring(i, i + 1));
        }
        return partial.finish();
    }

    private static String outcome(java.util.function.Supplier<Json> reader) {
        try {
            return reader.get().toString();
        } catch (GatorException e) {
            return e.code().id();
        }
    }

    private static String names(List<JsonObject.Member> members) {
        return members.stream().map(m -> m.name() + "=" + m.value()).toList().toString();
    }
}
