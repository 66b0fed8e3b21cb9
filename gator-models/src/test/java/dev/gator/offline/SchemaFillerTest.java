package dev.gator.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFillerTest {

    private static Json fill(String question, String schema) {
        return Json.parse(OfflineWriter.create()
                .chat(ChatRequest.builder()
                        .user(question)
                        .format(ResponseFormat.json(JsonSchema.parse(schema)))
                        .build())
                .text());
    }

    private static String object(String properties, String required) {
        return "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required
                + "],\"additionalProperties\":false}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\"}",
                "{\"type\":\"string\",\"minLength\":200,\"maxLength\":210}",
                "{\"type\":\"string\",\"maxLength\":3}",
                "{\"type\":\"string\",\"pattern\":\"^[A-Z]{2}-\\\\d{4}$\"}",
                "{\"type\":\"string\",\"pattern\":\"^(GET|POST) /\\\\w+$\"}",
                "{\"type\":\"string\",\"format\":\"date\"}",
                "{\"type\":\"string\",\"format\":\"date-time\"}",
                "{\"type\":\"string\",\"format\":\"uri\"}",
                "{\"type\":\"string\",\"format\":\"email\"}",
                "{\"type\":\"integer\",\"minimum\":3,\"maximum\":3}",
                "{\"type\":\"integer\",\"exclusiveMinimum\":0,\"exclusiveMaximum\":2}",
                "{\"type\":\"number\",\"minimum\":0,\"maximum\":1}",
                "{\"type\":\"number\",\"exclusiveMinimum\":0,\"exclusiveMaximum\":1}",
                "{\"type\":\"integer\",\"minimum\":-100,\"maximum\":-90}",
                "{\"type\":[\"null\",\"boolean\"]}",
                "{\"enum\":[1,\"b\",null]}",
                "{\"const\":[{\"x\":1}]}",
                "{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"minItems\":5,\"maxItems\":5}",
                "{\"type\":\"array\",\"items\":{\"enum\":[\"a\",\"b\",\"c\"]},\"uniqueItems\":true,\"minItems\":3}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"uniqueItems\":true,\"minItems\":6}",
                "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"integer\",\"minimum\":7}]}",
                "{\"$ref\":\"#/$defs/Node\",\"$defs\":{\"Node\":{\"type\":\"object\",\"properties\":{\"v\":"
                        + "{\"type\":\"integer\"},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/Node\"},{\"type\":\"null\"}]}},"
                        + "\"required\":[\"v\",\"next\"],\"additionalProperties\":false}}}"
            })
    void alwaysFits(String schema) {
        for (String question :
                List.of("Describe 12 ways to cross a river in Basel", "x", "Price: 99.5 and count 1000")) {
            Json json = fill(question, schema);
            assertEquals(List.of(), JsonSchema.parse(schema).validate(json), json.toString());
        }
    }

    @Test
    void takesValuesThatTheQuestionNames() {
        JsonObject json = fill(
                        "Book a large table for 6 guests in Lyon, date 2026-05-01, mail to chef@example.com",
                        object(
                                "\"guests\":{\"type\":\"integer\"},\"city\":{\"type\":\"string\"},"
                                        + "\"size\":{\"enum\":[\"small\",\"large\"]},"
                                        + "\"day\":{\"type\":\"string\",\"format\":\"date\"},"
                                        + "\"contact\":{\"type\":\"string\",\"format\":\"email\"}",
                                "\"guests\",\"city\",\"size\",\"day\",\"contact\""))
                .asObject();
        assertEquals(6, json.number("guests").intValue());
        assertEquals("Lyon", json.string("city"));
        assertEquals("large", json.string("size"));
        assertEquals("2026-05-01", json.string("day"));
        assertEquals("chef@example.com", json.string("contact"));
    }

    @Test
    void citesOnlyMarksThatWereGiven() {
        JsonObject json = fill(
                        "Evidence:\n[S1] Solar panels lose output in heat.\n[S2] Wind needs space.\n\nWhy do panels lose output?",
                        object("\"citations\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "\"citations\""))
                .asObject();
        List<String> cited =
                json.array("citations").stream().map(Json::asString).toList();
        assertTrue(!cited.isEmpty() && List.of("S1", "S2").containsAll(cited), cited.toString());
        assertEquals(
                0,
                fill(
                                "Why?",
                                object(
                                        "\"citations\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
                                        "\"citations\""))
                        .asObject()
                        .array("citations")
                        .size());
    }
}
