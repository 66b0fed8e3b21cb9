package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsWhatItWrites() {
        RandomJson documents = new RandomJson(20_240_601);
        for (int i = 0; i < 3_000; i++) {
            Json value = documents.value(5);
            assertEquals(value, Json.parse(value.toString()));
            assertEquals(value, Json.parse(value.pretty()));
            assertEquals(value, Json.parse(value.canonical()));
            assertEquals(value.hashCode(), Json.parse(value.canonical()).hashCode());
            assertEquals(value.canonical(), Json.parse(value.pretty()).canonical());
            assertEquals(value.toString(), Json.parse(value.toString()).toString());
        }
    }

    @Test
    void survivesUtf8EvenWithLoneSurrogates() {
        Json value = Json.of("a\ud800b \udc00 \ud83d\ude00");
        assertEquals("\"a\\ud800b \\udc00 \ud83d\ude00\"", value.toString());
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(value, Json.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "truex",
                "tru",
                "True",
                "'a'",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "[",
                "{",
                "[1",
                "{\"a\"",
                "{\"a\":1",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u\uff11\uff11\uff11\uff11\"",
                "\"\n\"",
                "\"\u0000\"",
                "01",
                "-",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "+1",
                "1.e3",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "1 2",
                "[]]",
                "{}}",
                "\ufeff1",
                "/* c */ 1",
                "[1,,2]",
                "{,}",
                "\u00a01",
                "\uff11"
            })
    void refusesWhatIsNotJson(String text) {
        GatorException e = assertThrows(GatorException.class, () -> Json.parse(text));
        assertEquals(JsonError.SYNTAX, e.code());
        assertTrue(e.detail().contains("line 1, column "), e.detail());
    }

    @Test
    void everyTruncationIsRefused() {
        String text = "{\"a\":[1.5e3,true,null,{\"b\\u0041\":\"x\\n\"}],\"c\":{}}";
        Json.parse(text);
        for (int i = 0; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertThrows(GatorException.class, () -> Json.parse(cut), cut);
        }
    }

    @Test
    void noiseNeverCausesAnythingButOurError() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:\\u0123456789eE+-.truefalsn \n\ud800";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Json value = Json.parse(noise.toString());
                assertEquals(value, Json.parse(value.toString()));
            } catch (GatorException e) {
                assertInstanceOf(JsonError.class, e.code());
            }
        }
    }

    @Test
    void namesPositionAndExcerpt() {
        GatorException e = assertThrows(GatorException.class, () -> Json.parse("{\n  \"name\": x\u0007}"));
        assertEquals(
                "expected a value but found 'x' at line 2, column 11, near [{\\u000a  \"name\": x\\u0007}]",
                e.detail());
    }

    @Test
    void depthIsAnErrorAndNotAnOverflow() {
        int limit = Json.MAX_DEPTH;
        Json deepest = Json.parse("[".repeat(limit) + "]".repeat(limit));
        assertEquals(deepest, Json.parse(deepest.pretty()));
        assertThrows(GatorException.class, () -> JsonArray.of(deepest));
        assertThrows(
                GatorException.class,
                () -> JsonObject.builder().put("a", deepest).build());
        for (String hostile : List.of("[".repeat(1_000_000), "{\"a\":".repeat(500_000), "[{\"a\":".repeat(300_000))) {
            assertEquals(
                    JsonError.TOO_DEEP,
                    assertThrows(GatorException.class, () -> Json.parse(hostile))
                            .code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e10000", "-1e-10000", "1E+0010000", "1e99999999999999999999", "0e99999"})
    void refusesHugeExponents(String text) {
        assertEquals(
                JsonError.BAD_NUMBER,
                assertThrows(GatorException.class, () -> Json.parse(text)).code());
    }

    @Test
    void refusesHugeNumbers() {
        Growth.assertLinear(500_000, JsonTest::refusesNumberOf);
        assertThrows(GatorException.class, () -> Json.of(new BigDecimal("1E+999999999")));
        assertThrows(GatorException.class, () -> Json.of(Double.NaN));
        assertThrows(GatorException.class, () -> Json.of(Double.POSITIVE_INFINITY));
    }

    private static void refusesNumberOf(int digits) {
        String text = "[" + "9".repeat(digits) + "]";
        GatorException e = assertThrows(GatorException.class, () -> Json.parse(text));
        assertEquals(JsonError.BAD_NUMBER, e.code());
        assertTrue(e.getMessage().length() < 300, "the message holds the whole number");
    }

    @Test
    void numbersKeepTheirText() {
        String text = "[1.10,1E+2,-0,123456789012345678901234567890,0.1e-7]";
        assertEquals(text, Json.parse(text).toString());
        assertEquals(new BigDecimal("1.10"), Json.parse("1.10").asNumber().decimal());
    }

    @Test
    void wholeNumbersAreExactOrRefused() {
        assertEquals(Long.MIN_VALUE, Json.parse("-9223372036854775808").asLong());
        assertEquals(1200, Json.parse("1.2e3").asLong());
        assertEquals(3, Json.parse("3.000").asNumber().intValue());
        for (String text : List.of("9223372036854775808", "1.5", "1e300", "1e-300")) {
            assertThrows(GatorException.class, () -> Json.parse(text).asLong(), text);
        }
        assertThrows(GatorException.class, () -> Json.of(1L << 40).intValue());
        assertThrows(GatorException.class, () -> Json.parse("1e400").asDouble());
        assertEquals(1e-3, Json.parse("0.001").asDouble());
    }

    @Test
    void equalsLooksAtValuesAndNotAtSpelling() {
        assertEquals(Json.parse("[1,0]"), Json.parse("[1.00e0,-0.0]"));
        assertEquals(Json.parse("[1,0]").hashCode(), Json.parse("[1.00e0,-0.0]").hashCode());
        assertEquals(Json.parse("{\"a\":1,\"b\":2}"), Json.parse("{\"b\":2,\"a\":1}"));
        assertNotEquals(Json.of(1), Json.of("1"));
        assertNotEquals(Json.parse("[1,2]"), Json.parse("[2,1]"));
        assertNotEquals(Json.of(9_007_199_254_740_993L), Json.of(9_007_199_254_740_992L));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "1e2, 100",
        "100.000, 100",
        "-0.0, 0",
        "0e5, 0",
        "0.50, 0.5",
        "1E30, 1E+30",
        "1e-9, 1E-9",
        "12345678901234567890, 12345678901234567890"
    })
    void canonicalNumbers(String text, String canonical) {
        assertEquals(canonical, Json.parse(text).canonical());
    }

    @Test
    void canonicalSortsMembers() {
        assertEquals(
                "{\"a\":{\"x\":1,\"y\":2},\"b\":[]}",
                Json.parse("{\"b\":[],\"a\":{\"y\":2,\"x\":1.0}}").canonical());
    }

    @Test
    void prettyIsForPeople() {
        assertEquals(
                "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}",
                Json.parse("{\"a\":[1,{}],\"b\":[]}").pretty());
    }

    @Test
    void objectsKeepOrderAndTheLastDuplicate() {
        JsonObject object = Json.parse("{\"b\":1,\"a\":2,\"b\":3}").asObject();
        assertEquals("{\"b\":3,\"a\":2}", object.toString());
        assertEquals(List.of("b", "a"), List.copyOf(object.keys()));
        List<String> names = new ArrayList<>();
        object.forEach(member -> names.add(member.name() + "=" + member.value()));
        assertEquals(List.of("b=3", "a=2"), names);
    }

    @Test
    void objectsReadTyped() {
        JsonObject object = Json.parse("{\"s\":\"x\",\"n\":1.5,\"i\":7,\"t\":true,\"o\":{},\"a\":[1],\"z\":null}")
                .asObject();
        assertEquals("x", object.string("s"));
        assertEquals(1.5, object.number("n").doubleValue());
        assertEquals(7, object.optionalLong("i").orElseThrow());
        assertTrue(object.bool("t"));
        assertTrue(object.object("o").isEmpty());
        assertEquals(1, object.array("a").size());
        assertEquals(Optional.empty(), object.optionalString("z"));
        assertEquals(Optional.empty(), object.optionalString("missing"));
        assertEquals(Optional.of(Json.nul()), object.get("z"));
        assertTrue(object.has("z"));
    }

    @Test
    void wrongKindsAreNamed() {
        JsonObject object = Json.parse("{\"s\":\"x\",\"n\":1}").asObject();
        GatorException e = assertThrows(GatorException.class, () -> object.string("n"));
        assertEquals(JsonError.WRONG_KIND, e.code());
        assertEquals("member \"n\": expected a string but found a number", e.detail());
        assertEquals(
                JsonError.WRONG_KIND,
                assertThrows(GatorException.class, () -> object.optionalNumber("s"))
                        .code());
        GatorException missing = assertThrows(GatorException.class, () -> object.string("q"));
        assertEquals(JsonError.MISSING_MEMBER, missing.code());
        assertEquals("no member \"q\"; there are [s, n]", missing.detail());
        assertEquals(
                "expected an array but found null",
                assertThrows(GatorException.class, () -> Json.nul().asArray()).detail());
    }

    @Test
    void objectsAreImmutable() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);
        JsonObject first = builder.build();
        JsonObject second = builder.put("b", true).build();
        assertEquals("{\"a\":1}", first.toString());
        assertEquals("{\"a\":1,\"b\":true}", second.toString());
        assertEquals("{\"a\":2.5}", first.with("a", Json.of(2.5)).toString());
        assertEquals("{\"b\":true}", second.without("a").toString());
        assertEquals("{\"a\":1}", first.toString());
        assertThrows(UnsupportedOperationException.class, () -> first.keys().remove("a"));
        List<Json> items = new ArrayList<>(List.of(Json.of(1)));
        JsonArray array = JsonArray.of(items);
        items.clear();
        assertEquals("[1]", array.toString());
    }

    @Test
    void putIfLeavesOut() {
        JsonObject object = JsonObject.builder()
                .putIf(false, "a", "x")
                .putIf(true, "b", "y")
                .putIf(false, "c", 1)
                .putIf(true, "d", 1.5)
                .putIf(false, "e", true)
                .build();
        assertEquals("{\"b\":\"y\",\"d\":1.5}", object.toString());
        assertFalse(object.has("a"));
    }

    @Test
    void parsesLongTextsInLinearTime() {
        String item = "{\"id\":12345,\"name\":\"some name\",\"tags\":[\"a\",\"b\"],\"score\":0.25},";
        Growth.assertLinear(2_000, items -> Json.parse("[" + item.repeat(items) + "null]"));
    }
}
