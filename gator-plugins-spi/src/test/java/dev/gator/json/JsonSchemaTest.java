package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

    private static final String CITY =
            """
            {
              "description": "one town",
              "type": "object",
              "properties": {
                "name": {"type": "string", "description": "the English name", "minLength": 2, "maxLength": 40},
                "days": {"type": "integer", "minimum": 1, "maximum": 7},
                "mood": {"type": ["string", "null"], "enum": ["CALM", "ANGRY", null]},
                "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}
              },
              "required": ["name", "days"],
              "additionalProperties": false
            }""";

    @Test
    void describesARecord() {
        JsonSchema schema = JsonSchema.of(Samples.City.class);
        assertEquals(Json.parse(CITY).pretty(), schema.json().pretty());
        assertEquals("City", schema.name());
        assertSame(schema, JsonSchema.of(Samples.City.class));
    }

    @Test
    void strictRequiresEverythingAndDropsWhatProvidersRefuse() {
        JsonObject strict =
                JsonSchema.of(Samples.City.class).strict().orElseThrow().json();
        assertEquals(Json.parse("[\"name\",\"days\",\"mood\",\"country\"]"), strict.array("required"));
        assertEquals(
                Json.parse("{\"type\":\"string\",\"description\":\"the English name\"}"),
                strict.object("properties").object("name"));
        JsonObject tree =
                JsonSchema.of(Samples.Tree.class).strict().orElseThrow().json();
        assertEquals(
                Json.parse("{\"anyOf\":[{\"$ref\":\"#\"},{\"type\":\"null\"}]}"),
                tree.object("properties").object("twin"));
    }

    @Test
    void strictMakesForeignOptionalMembersNullable() {
        JsonSchema foreign = JsonSchema.parse(
                """
                {"type":"object","required":["a"],"properties":{"a":{"type":"string","default":"x"},
                "b":{"type":"integer","description":"n"},"c":{"$ref":"#/definitions/C","description":"gone"},
                "d":{"oneOf":[{"type":"string","format":"uri"},{"const":1}]}},
                "definitions":{"C":{"type":"object","properties":{},"additionalProperties":false}}}""");
        assertEquals(
                Json.parse(
                                """
                {"type":"object","properties":{"a":{"type":"string"},
                "b":{"type":["integer","null"],"description":"n"},
                "c":{"anyOf":[{"$ref":"#/definitions/C"},{"type":"null"}]},
                "d":{"anyOf":[{"type":"string"},{"const":1},{"type":"null"}]}},
                "required":["a","b","c","d"],"additionalProperties":false,
                "definitions":{"C":{"type":"object","properties":{},"required":[],"additionalProperties":false}}}""")
                        .pretty(),
                foreign.strict().orElseThrow().json().pretty());
    }

    @Test
    void someSchemasHaveNoStrictForm() {
        assertEquals(Optional.empty(), JsonSchema.of(Samples.Everything.class).strict());
        assertEquals(Optional.empty(), JsonSchema.of(Samples.Drawing.class).strict());
        assertEquals(Optional.empty(), JsonSchema.of(String.class).strict());
        for (String text : List.of(
                "{}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{\"a\":{}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}}}",
                "{\"type\":\"object\",\"properties\":{},\"allOf\":[]}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":{\"type\":\"string\"}}")) {
            assertEquals(Optional.empty(), JsonSchema.parse(text).strict(), text);
        }
    }

    @Test
    void recursionRefersToDefinitions() {
        JsonObject json = JsonSchema.of(Samples.Picture.class).json();
        JsonObject definitions = json.object("$defs");
        assertEquals(
                List.of("Drawing", "Dot", "Circle", "Square", "Circle2", "Group"), List.copyOf(definitions.keys()));
        assertEquals(
                "{\"$ref\":\"#/$defs/Drawing\"}",
                json.object("properties").object("main").toString());
        assertEquals(
                Json.parse("{\"type\":\"string\",\"const\":\"Circle\"}"),
                definitions.object("Circle").object("properties").object("type"));
        assertEquals(
                List.of("radius"),
                List.copyOf(definitions.object("Circle2").object("properties").keys()));
        assertEquals(
                "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}",
                JsonSchema.of(Samples.Tree.class)
                        .json()
                        .object("properties")
                        .object("children")
                        .toString());
    }

    @Test
    void whatIsWrittenIsValid() {
        Samples.Circle circle = new Samples.Circle(1);
        Samples.Picture picture = new Samples.Picture(
                new Samples.Group(List.of(circle, new Samples.Square(1, circle), new Samples.Dot())), circle);
        assertEquals(List.of(), JsonSchema.of(Samples.Picture.class).validate(JsonBinding.write(picture)));
        Samples.Tree tree =
                new Samples.Tree("a", List.of(new Samples.Tree("b", List.of(), Optional.empty())), Optional.empty());
        Json json = JsonBinding.write(tree);
        assertEquals(List.of(), JsonSchema.of(Samples.Tree.class).validate(json));
        assertEquals(
                List.of("$.children[0]: lacks \"twin\"", "$: lacks \"twin\""),
                JsonSchema.of(Samples.Tree.class).strict().orElseThrow().validate(json).stream()
                        .map(Violation::toString)
                        .sorted()
                        .toList());
    }

    record WithMap(Map<String, Object> values) {}

    record WithRawMap(@SuppressWarnings("rawtypes") Map values) {}

    record WithObject(Object value) {}

    record WithKeys(Map<Integer, String> values) {}

    record Generic<T>(T value) {}

    record WithGeneric(Generic<String> value) {}

    record WithArray(int[] values) {}

    record WithWildcard(List<?> values) {}

    record BadRange(@Range(min = 1) String value) {}

    record BadBounds(@Length(min = 3, max = 2) String value) {}

    record BadPattern(@Pattern("(") String value) {}

    record BadSize(@Size(max = 2) String value) {}

    sealed interface Clashing permits WithType {}

    record WithType(String type) implements Clashing {}

    @Test
    void typesWithoutAFormAreRefusedByName() {
        for (Class<?> type : List.of(
                WithMap.class,
                WithRawMap.class,
                WithObject.class,
                WithKeys.class,
                Generic.class,
                WithGeneric.class,
                WithArray.class,
                WithWildcard.class,
                BadRange.class,
                BadBounds.class,
                BadPattern.class,
                BadSize.class,
                Clashing.class,
                Object.class,
                Runnable.class,
                StringBuilder.class)) {
            GatorException e = assertThrows(GatorException.class, () -> JsonSchema.of(type), type.getName());
            assertEquals(JsonError.UNSUPPORTED_TYPE, e.code(), type.getName());
        }
        GatorException e = assertThrows(GatorException.class, () -> JsonSchema.of(WithMap.class));
        assertTrue(e.detail().startsWith("component values of dev.gator.json.JsonSchemaTest$WithMap"), e.detail());
    }

    @Test
    void namesAreWhatProvidersAccept() {
        assertEquals(
                "my_schema_1",
                JsonSchema.of(Samples.City.class).named("my schema/1").name());
        assertEquals("schema", JsonSchema.parse("{}").name());
        assertEquals("A_title", JsonSchema.parse("{\"title\":\"A title\"}").name());
        assertEquals(64, JsonSchema.parse("{}").named("x".repeat(90)).name().length());
    }

    @Test
    void refusesWhatIsNoSchema() {
        assertEquals(
                JsonError.BAD_SCHEMA,
                assertThrows(GatorException.class, () -> JsonSchema.parse("[]")).code());
    }
}
