package dev.gator.rag.script;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.rag.text.RagError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Examples as text, one JSON object on each line. */
final class ExampleLines {

    private ExampleLines() {}

    /** Returns the examples of a text by id; a line without an id is named after the text and its number. */
    static Map<String, ReelExample> read(String name, String text) {
        Map<String, ReelExample> read = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                StoredExample one = parse(name, number, line);
                read.put(one.id(), one.example());
            }
        }
        return read;
    }

    static String write(StoredExample stored) {
        JsonObject.Builder line = JsonObject.builder().put("id", stored.id());
        for (JsonObject.Member member : stored.example().json()) {
            line.put(member.name(), member.value());
        }
        return line.build().toString();
    }

    private static StoredExample parse(String name, int number, String line) {
        try {
            JsonObject json = Json.parse(line).asObject();
            return new StoredExample(json.optionalString("id").orElse(name + "-" + number), ReelExample.parse(json));
        } catch (GatorException e) {
            throw new GatorException(RagError.BAD_EXAMPLES, name + ", line " + number + ": " + e.detail(), e);
        }
    }
}
