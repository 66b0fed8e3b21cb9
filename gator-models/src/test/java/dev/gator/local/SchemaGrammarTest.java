package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaGrammarTest {

    @TempDir
    static Path folder;

    private static GgufModel tiny() {
        return GgufModel.builder(TinyGguf.saying("Hello").write(folder.resolve("tiny.gguf")))
                .threads(1)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":3,\"maxLength\":5}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":-2,\"maximum\":2},"
                        + "\"b\":{\"type\":\"number\",\"minimum\":0},\"c\":{\"type\":\"boolean\"}},"
                        + "\"required\":[\"b\",\"c\"],\"additionalProperties\":false}",
                "{\"type\":\"array\",\"items\":{\"enum\":[\"a\\\"b\",\"\\u00e9\",7,null]},\"minItems\":2,\"maxItems\":3}",
                "{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}",
                "{\"type\":[\"integer\",\"null\"]}",
                "{\"const\":{\"k\":[1,2]}}",
                "{\"type\":\"string\",\"format\":\"date\"}",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}",
                "{\"$ref\":\"#/$defs/Node\",\"$defs\":{\"Node\":{\"type\":\"object\",\"properties\":{\"value\":"
                        + "{\"type\":\"integer\",\"minimum\":1,\"maximum\":3},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/Node\"},"
                        + "{\"type\":\"null\"}]}},\"required\":[\"value\",\"next\"],\"additionalProperties\":false}}}",
                "{\"allOf\":[{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"boolean\"}},\"required\":[\"a\"]},"
                        + "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"null\"}},\"required\":[\"b\"]}]}"
            })
    void everyAnswerFitsItsSchema(String text) {
        JsonSchema schema = JsonSchema.parse(text);
        try (GgufModel model = tiny()) {
            for (int seed = 0; seed < 12; seed++) {
                ChatReply reply = model.chat(ChatRequest.builder()
                        .user("x")
                        .format(ResponseFormat.json(schema))
                        .sampling(Sampling.builder()
                                .temperature(seed == 0 ? 0 : 1)
                                .seed(seed)
                                .maxTokens(3_000)
                                .build())
                        .build());
                assertEquals(FinishReason.STOP, reply.finish(), reply.text());
                assertEquals(List.of(), schema.validate(Json.parse(reply.text())), reply.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#/$defs/Missing\"}",
                "{\"$ref\":\"https://example.org/schema\"}",
                "{\"type\":\"quaternion\"}",
                "{\"type\":\"integer\",\"minimum\":5,\"maximum\":2}",
                "{\"type\":\"array\",\"minItems\":100000}"
            })
    void refusesWhatNoGrammarCanSay(String text) {
        try (GgufModel model = tiny()) {
            ChatRequest request = ChatRequest.builder()
                    .user("x")
                    .format(ResponseFormat.json(JsonSchema.parse(text)))
                    .build();
            GatorException error = assertThrows(GatorException.class, () -> model.chat(request));
            assertEquals(LocalError.SCHEMA_NOT_EXPRESSIBLE, error.code());
        }
    }

    @Test
    void anyJsonIsAnObject() {
        try (GgufModel model = tiny()) {
            ChatReply reply = model.chat(ChatRequest.builder()
                    .user("x")
                    .format(ResponseFormat.json())
                    .temperature(0)
                    .maxTokens(500)
                    .build());
            assertTrue(Json.parse(reply.text()).asObject().size() >= 0);
        }
    }
}
