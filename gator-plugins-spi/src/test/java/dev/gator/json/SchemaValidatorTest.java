package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaValidatorTest {

    /** Columns: schema, a valid document, an invalid one, what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"string\"} | \"x\" | 1 | $: must be a string but is a number",
                "{\"type\":\"integer\"} | 3.0 | 3.5 | $: must be an integer but is a number",
                "{\"type\":[\"integer\",\"null\"]} | null | true | $: must be an integer or null but is a boolean",
                "{\"type\":\"array\"} | [] | {} | $: must be an array but is an object",
                "{\"type\":\"boolean\"} | true | null | $: must be a boolean but is null",
                "{\"enum\":[1,\"a\",null]} | 1.0 | \"b\" | $: must be one of [1,\"a\",null]",
                "{\"const\":{\"a\":1}} | {\"a\":1.0} | {\"a\":2} | $: must be {\"a\":1}",
                "{\"minimum\":2} | 2 | 1.9 | $: must be at least 2 but is 1.9",
                "{\"maximum\":2} | 2 | 2.1 | $: must be at most 2 but is 2.1",
                "{\"exclusiveMinimum\":2} | 2.1 | 2 | $: must be more than 2 but is 2",
                "{\"exclusiveMaximum\":2} | 1.9 | 2 | $: must be less than 2 but is 2",
                "{\"minLength\":2} | \"ab\" | \"\uD83D\uDE00\" | $: must be at least 2 characters but is 1",
                "{\"maxLength\":1} | \"\uD83D\uDE00\" | \"ab\" | $: must be at most 1 characters but is 2",
                "{\"pattern\":\"b+\"} | \"abc\" | \"ac\" | $: must match the pattern b+",
                "{\"pattern\":\"[\"} | \"abc\" | | ",
                "{\"minItems\":1} | [1] | [] | $: must be at least 1 items but is 0",
                "{\"maxItems\":1} | [1] | [1,2] | $: must be at most 1 items but is 2",
                "{\"uniqueItems\":true} | [1,2] | [1,1.0] | $[1]: repeats an earlier item",
                "{\"items\":{\"type\":\"null\"}} | [null] | [null,1] | $[1]: must be null but is a number",
                "{\"items\":false} | [] | [1] | $[0]: is not allowed",
                "{\"required\":[\"a\"]} | {\"a\":null} | {} | $: lacks \"a\"",
                "{\"properties\":{\"a\":{\"type\":\"null\"}}} | {\"b\":1} | {\"a\":1} | $.a: must be null but is a number",
                "{\"properties\":{\"a\":true},\"additionalProperties\":false} | {\"a\":1} | {\"b c\":1} | $[\"b c\"]: is not"
                        + " allowed; allowed are [a]",
                "{\"additionalProperties\":{\"type\":\"null\"}} | {\"a\":null} | {\"a\":1} | $.a: must be null but is a"
                        + " number",
                "{\"anyOf\":[{\"type\":\"string\"},{\"minimum\":2}]} | 3 | 1 | $: must be at least 2 but is 1",
                "{\"oneOf\":[{\"minimum\":2},{\"maximum\":4}]} | 1 | 3 | $: fits 2 of the alternatives, but must fit exactly"
                        + " one",
                "{\"allOf\":[{\"minimum\":2},{\"maximum\":4}]} | 3 | 5 | $: must be at most 4 but is 5",
                "{\"$ref\":\"#/$defs/a~1b\",\"$defs\":{\"a/b\":{\"type\":\"null\"}}} | null | 1 | $: must be null but is a"
                        + " number",
                "{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"maxItems\":0} | {\"a\":{\"a\":[]}} | {\"a\":[1]} | $.a: must be at"
                        + " most 0 items but is 1",
                "{\"format\":\"date\"} | \"2024-02-29\" | \"2023-02-29\" | $: must be a valid date",
                "{\"format\":\"date-time\"} | \"2024-02-29T10:00:00+01:00\" | \"2024-02-29T10:00\" | $: must be a valid"
                        + " date-time",
                "{\"format\":\"duration\"} | \"P1Y2M\" | \"1h\" | $: must be a valid duration",
                "{\"format\":\"duration\"} | \"PT0.5S\" | \"PT\" | $: must be a valid duration",
                "{\"format\":\"uri\"} | \"urn:a\" | \"a b\" | $: must be a valid uri",
                "{\"format\":\"email\"} | \"a@b\" | \"a b@c\" | $: must be a valid email",
                "{\"format\":\"unheard-of\",\"weird\":{\"minimum\":3}} | 1 | | "
            })
    void keywords(String schema, String valid, String invalid, String complaint) {
        assertEquals(List.of(), validate(schema, valid));
        if (invalid != null) {
            assertEquals(List.of(complaint), validate(schema, invalid));
        }
    }

    @Test
    void reportsEveryViolation() {
        List<String> found = validate(
                JsonSchema.of(Samples.City.class).toString(),
                "{\"name\":\"B\",\"days\":9,\"mood\":\"SAD\",\"country\":\"ch\",\"extra\":1}");
        assertEquals(
                List.of(
                        "$.name: must be at least 2 characters but is 1",
                        "$.days: must be at most 7 but is 9",
                        "$.mood: must be one of [\"CALM\",\"ANGRY\",null]",
                        "$.country: must match the pattern ^[A-Z]{2}$",
                        "$.extra: is not allowed; allowed are [name, days, mood, country]"),
                found);
    }

    @Test
    void reportsTheVariantThatWasMeant() {
        String schema = JsonSchema.of(Samples.Picture.class).toString();
        assertEquals(
                List.of("$.main.inner: lacks \"radius\"", "$.main: lacks \"side\""),
                validate(schema, "{\"main\":{\"type\":\"Square\",\"inner\":{}}}").stream()
                        .sorted()
                        .toList());
        List<String> unknown = validate(schema, "{\"main\":{\"type\":\"Star\"}}");
        assertEquals(1, unknown.size());
        assertTrue(unknown.get(0).contains("$.main.type: must be \"Circle\"; $.main.type"), unknown.get(0));
    }

    @Test
    void reportsAtMostAHundred() {
        Json document = Json.parse("[" + "1,".repeat(5_000) + "1]");
        assertEquals(
                100,
                JsonSchema.parse("{\"items\":{\"type\":\"null\"}}")
                        .validate(document)
                        .size());
    }

    @Test
    @Timeout(60)
    void patternsCannotRunAway() {
        JsonSchema schema = JsonSchema.parse("{\"pattern\":\"^(a+)+\\\\1b$\"}");
        List<Violation> found = schema.validate(Json.of("a".repeat(60) + "!"));
        assertTrue(found.get(0).message().contains("too costly"), found.toString());
        assertFalse(JsonSchema.parse("{\"pattern\":\"(x|y)*z\"}")
                .validate(Json.of("xy".repeat(4_999)))
                .isEmpty());
        assertFalse(schema.validate(Json.of("a".repeat(20_000))).isEmpty());
    }

    @Test
    void schemasCannotRunAway() throws Exception {
        String loop = "{\"$ref\":\"#\"}";
        StringBuilder doubling = new StringBuilder("{\"$ref\":\"#/$defs/d0\",\"$defs\":{");
        for (int i = 0; i < 40; i++) {
            String next = "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}";
            doubling.append("\"d" + i + "\":{\"anyOf\":[" + next + "," + next + "]},");
        }
        doubling.append("\"d40\":false}}");
        for (String schema :
                List.of(loop, doubling.toString(), "{\"$ref\":\"#/nowhere\"}", "{\"$ref\":\"other.json\"}")) {
            GatorException e = onASmallStack(
                    () -> assertThrows(GatorException.class, () -> validate(schema, "1"), schema.substring(0, 10)));
            assertEquals(JsonError.BAD_SCHEMA, e.code());
        }
    }

    @Test
    void deepDocumentsFitASmallStack() throws Exception {
        String nested = "[".repeat(100) + "]".repeat(100);
        String schema = "{\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"#/$defs/a\"}],"
                + "\"$defs\":{\"a\":{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}}}";
        assertEquals(List.of(), onASmallStack(() -> validate(schema, nested)));
    }

    private static <T> T onASmallStack(java.util.function.Supplier<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "small-stack",
                512 * 1024);
        thread.start();
        return result.get(60, TimeUnit.SECONDS);
    }

    private static List<String> validate(String schema, String document) {
        return JsonSchema.parse(schema).validate(Json.parse(document)).stream()
                .map(Violation::toString)
                .toList();
    }
}
