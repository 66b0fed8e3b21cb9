package dev.gator.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScanTest {

    private static final Names NAMES = Names.of("id", "text", "n", "list", "inner", "flag", "nothing");

    @Test
    void readsMembersInAnyOrderAndSkipsTheRest() {
        JsonScan scan = scan(
                "{ \"x\":[1,{\"id\":\"no\"}], \"n\" : -42, \"\\u0069d\":\"a\\\"b\\u00e9\\ud83d\\ude00\", \"flag\":true,"
                        + "\"nothing\":null,\"y\":{\"z\":[[],{}]}, \"text\":\"grüße 😀\"}");
        String id = "";
        String text = "";
        long n = 0;
        boolean flag = false;
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "id" -> id = scan.text();
                case "text" -> text = scan.text();
                case "n" -> n = scan.number();
                case "flag" -> flag = scan.bool();
                case "nothing" -> assertTrue(scan.passNull());
                default -> scan.skip();
            }
        }
        scan.end();
        assertEquals("a\"bé😀", id);
        assertEquals("grüße 😀", text);
        assertEquals(-42, n);
        assertTrue(flag);
    }

    @Test
    void readsNumbers() {
        assertEquals(Long.MAX_VALUE, scan("9223372036854775807").number());
        assertEquals(12, scan("12.9").number());
        assertEquals(1200, scan("1.2e3").number());
        assertEquals(-0.5, scan("-5E-1").decimal());
        assertEquals(0, scan("null").numberOrZero());
        assertEquals("", scan("null").textOrEmpty());
        assertFalse(scan("null").objectOrNull());
        assertFalse(scan("null").arrayOrNull());
    }

    @Test
    void leavesEmptyContainers() {
        JsonScan scan = scan("{\"list\":[],\"inner\":{}}");
        scan.object();
        assertEquals("list", scan.member(NAMES));
        scan.array();
        assertFalse(scan.item());
        assertEquals("inner", scan.member(NAMES));
        scan.object();
        assertNull(scan.member(NAMES));
        assertNull(scan.member(NAMES));
        scan.end();
    }

    @Test
    void returnsRawValues() {
        JsonScan scan = scan("{\"inner\": {\"a\" : [1, \"ü\"]} ,\"n\":1}");
        scan.object();
        scan.member(NAMES);
        assertEquals("{\"a\" : [1, \"ü\"]}", scan.raw());
        assertEquals("n", scan.member(NAMES));
        assertEquals(1, scan.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "\"",
                "\"a",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "[,1]",
                "{,}",
                "01",
                "1.",
                ".5",
                "-",
                "1e",
                "+1",
                "nul",
                "tru",
                "nan",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"a\nb\"",
                "\"\t\"",
                "{\"a\" 1}",
                "{a:1}",
                "[1]]",
                "1 2",
                "{\"a\":1}}",
                "[}",
                "{]",
                "\"\\",
                "{\"a\":\"b\"",
                "[[[",
                "'a'"
            })
    void refusesWhatIsNotJson(String text) {
        GatorException e = assertThrows(GatorException.class, () -> {
            JsonScan scan = scan(text);
            scan.skip();
            scan.end();
        });
        assertEquals(ProviderError.MALFORMED_ANSWER, e.code());
    }

    @Test
    void boundsTheDepth() {
        assertThrows(GatorException.class, () -> scan("[".repeat(100_000)).skip());
        scan("[".repeat(500) + "]".repeat(500)).skip();
    }

    @Test
    void readsRandomJsonAsTheContractDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            Json value = random(random, 4);
            String text = i % 2 == 0 ? value.toString() : value.pretty();
            JsonScan scan = scan(text);
            assertEquals(value, tree(scan), text);
            scan.end();
            JsonScan skipper = scan(text);
            skipper.skip();
            skipper.end();
        }
    }

    @Test
    void agreesWithJacksonOnDamagedJson() {
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random(random, 3).toString());
            text.setCharAt(random.nextInt(text.length()), "{}[]\",:\\0u1-ent \n".charAt(random.nextInt(17)));
            boolean jackson = jacksonReads(text.toString());
            boolean ours = scanReads(text.toString());
            assertEquals(jackson, ours, text.toString());
            refused += ours ? 0 : 1;
        }
        assertTrue(refused > 1_000, "only " + refused + " were damaged");
    }

    private static boolean scanReads(String text) {
        try {
            JsonScan scan = scan(text);
            scan.skip();
            scan.end();
            return true;
        } catch (GatorException e) {
            return false;
        }
    }

    private static boolean jacksonReads(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text.getBytes(StandardCharsets.UTF_8))) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Json tree(JsonScan scan) {
        return switch (scan.peek()) {
            case '{' -> {
                JsonObject.Builder object = JsonObject.builder();
                scan.object();
                for (String name; (name = scan.member(NAMES)) != null; ) {
                    object.put(name, tree(scan));
                }
                yield object.build();
            }
            case '[' -> {
                List<Json> items = new ArrayList<>();
                scan.array();
                while (scan.item()) {
                    items.add(tree(scan));
                }
                yield JsonArray.of(items);
            }
            case '"' -> Json.of(scan.text());
            case 't', 'f' -> Json.of(scan.bool());
            case 'n' -> {
                scan.passNull();
                yield Json.nul();
            }
            default -> {
                double number = scan.decimal();
                yield number == Math.rint(number) ? Json.of((long) number) : Json.of(number);
            }
        };
    }

    private static Json random(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 6);
        return switch (kind) {
            case 0 -> Json.of(text(random));
            case 1 -> random.nextBoolean() ? Json.of(random.nextInt()) : Json.of(random.nextInt(1000) / 8.0);
            case 2 -> Json.of(random.nextBoolean());
            case 3 -> Json.nul();
            case 4 ->
                JsonArray.of(java.util.stream.Stream.generate(() -> random(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> {
                JsonObject.Builder object = JsonObject.builder();
                for (String name : List.of("id", "text", "inner", "n")) {
                    if (random.nextBoolean()) {
                        object.put(name, random(random, depth - 1));
                    }
                }
                yield object.build();
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(40) : random.nextInt(0x300));
        }
        return text.toString();
    }

    private static JsonScan scan(String text) {
        return JsonScan.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
